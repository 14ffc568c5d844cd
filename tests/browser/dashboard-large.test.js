// Thousands of projects on the dashboard: as they come, and what it says that it
// does not have.
import assert from "node:assert/strict";
import { isListed } from "./support/dashboard.js";
import { count, counts, openDashboard, rowOf, rows, stored } from "./support/dashboard-list.js";
import { scene } from "./support/scene.js";
import { alarms, alerts, button, byRole, eventually, press, reads } from "./support/screen.js";

const test = scene();
const SEARCH = "GET /api/projects/search";

/** Founds an organization of so many projects that ada administers. */
async function crowd(visit, organization, many) {
  await visit.standIn.addProjects({ organization, count: many });
  await visit.standIn.permit({ login: "ada", browse: true, administer: true });
}

const note = (board) => board.$eval("#listing", (it) => it.innerText);

test("10,000 projects: the first rows come with the first page, progress is told, and all are there", {}, async (visit) => {
  await crowd(visit, "big-corp", 10_000);
  await visit.standIn.fault({ path: "/api/projects/search", kind: "delay", ms: 1_500, skip: 1 });
  const board = await openDashboard(visit, "/project/overview?id=big-corp_project-00001");
  await counts(board, 500);
  assert.ok((await rows(board)).length > 5, "rows are drawn");
  assert.equal(await note(board), "500 of 10,000 listed");
  assert.equal(await board.$eval("[role=grid]", (it) => it.ariaBusy), "true");
  await visit.standIn.clearFaults();
  await isListed(board, { patience: 30_000 });
  assert.equal(await count(board), 10_000);
  assert.equal(await note(board), "");
  await reads(board, "10,000 projects");
  assert.equal((await visit.standIn.counts())[SEARCH], 20);
  const drawn = () => board.$$eval("[role=row]", (all) => all.length);
  assert.ok((await drawn()) < 60, `${await drawn()} rows are drawn`);

  // To the end, as with the scroll bar.
  await press(board, "Project");
  await board.$eval("[role=grid]", (it) => it.scrollTo(0, it.scrollHeight));
  const last = await eventually(() => rows(board), (all) => all.at(-1)?.place === 10_001);
  const edge = await board.$eval("[role=grid]", (it) => it.getBoundingClientRect().bottom);
  const box = await (await rowOf(board, last.at(-1).name)).boundingBox();
  assert.ok(box.y + box.height <= edge + 1, "the last row can be seen whole");
  assert.ok((await drawn()) < 60);
  await board.setViewport({ width: 600, height: 400 });
  await eventually(drawn, (many) => many < 60);
  await board.setViewport(null);

  await (await byRole(board, "searchbox", "Filter by name or key")).type("project-09999");
  await counts(board, 1);
  assert.equal((await rows(board))[0].key, "big-corp_project-09999");
  assert.deepEqual(visit.heard, []);
});

test("past the host's 10,000 it is said to the number what is missing, or nothing is", {}, async (visit) => {
  await crowd(visit, "huge-corp", 12_345);
  const board = await openDashboard(visit, "/project/overview?id=huge-corp_project-00001");
  await isListed(board, { patience: 40_000 });
  const have = await count(board);
  const said = await note(board);
  if (have === 12_345) assert.equal(said, "");
  else assert.equal(said, `${(12_345 - have).toLocaleString("en")} of 12,345 projects are missing: the host does not list them.`);
  assert.ok(have >= 10_000, `${have}: ${said}`);
  const roster = await eventually(
    async () => (await stored(visit))["roster https://sonarcloud.io huge-corp"],
    (kept) => kept !== undefined,
  );
  const keys = roster.entries.map(([key]) => key);
  assert.deepEqual([keys.length, new Set(keys).size], [have, have], "each one once");
});

test("a page that fails is told, what came can be used, and Try again brings the rest", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/projects/search", kind: "status", status: 500, skip: 1 });
  const board = await openDashboard(visit, "/project/overview?id=globex_service-0001");
  await alarms(board, "Not all entries could be listed.");
  assert.equal(await count(board), 500);
  assert.equal(await note(board), "500 of 1,200 listed");
  await button(board, "Rotate all due");
  await visit.standIn.clearFaults();
  await press(board, "Try again");
  await counts(board, 1_200);
  await eventually(() => alerts(board), (said) => said === "");
});
