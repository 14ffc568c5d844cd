// How each state of the dashboard looks, and reads to those who do not see it.
import assert from "node:assert/strict";
import { barriers } from "./support/barriers.js";
import { isListed } from "./support/dashboard.js";
import { clickRow, counts, openDashboard, openListed, show } from "./support/dashboard-list.js";
import { daysAgo, someAreDue, write } from "./support/due.js";
import { cutOff, faint, misnomers, tiny } from "./support/inspect.js";
import { dress, picture } from "./support/pictures.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, byRole, press, reads } from "./support/screen.js";

const test = scene();
const RENEW = "/api/project_badges/renew_token";

/** Everything that is wrong with what is on the screen. */
async function faults(board) {
  const found = { misnomers: await misnomers(board), "cut off": await cutOff(board), tiny: await tiny(board) };
  for (const scheme of ["light", "dark"]) {
    await dress(board, scheme);
    found[`faint in ${scheme}`] = await faint(board);
  }
  await dress(board, "");
  found.sideways = await board.evaluate(() => (document.documentElement.scrollWidth > innerWidth ? ["yes"] : []));
  const plain = Object.entries(found).filter(([, wrong]) => Object.keys(wrong).length > 0);
  return { ...Object.fromEntries(plain), ...(await barriers(board)) };
}

/** Takes a picture of a state, and looks for everything that can be wrong with it. */
async function looksRight(visit, board, name) {
  await picture(board, `dashboard-${name}`);
  assert.deepEqual(await faults(board), {}, name);
  assert.deepEqual(visit.heard.filter((line) => !/status of [45]\d\d/.test(line)), [], name);
}

const entry = (days, ending, number) => {
  const at = daysAgo(days) + number;
  const project = `acme-payments_${"very-".repeat(number)}service-${number}`;
  const record = {
    instance: "https://sonarcloud.io", organization: "acme-payments", project, at, ending,
    reason: null, before: null, after: null, login: "ada", run: null,
  };
  return [`record ${String(at).padStart(15, "0")} https://sonarcloud.io ${project} ${ending}`, record];
};

test("the list: loading, listed, selected, filtered to nothing, asked for", {}, async (visit) => {
  await someAreDue(visit);
  await visit.standIn.fault({ path: "/api/projects/search", kind: "delay", ms: 4_000 });
  const board = await openDashboard(visit, `/project/overview?id=${PROJECT}`);
  await reads(board, "Listing projects…");
  await looksRight(visit, board, "loading");
  await isListed(board);
  await looksRight(visit, board, "listed");
  await clickRow(board, "Ledger");
  await clickRow(board, "Open Docs");
  await looksRight(visit, board, "selected");
  await press(board, "Rotate 2 selected");
  await reads(board, "Renew 1 badge token?");
  await looksRight(visit, board, "plan");
  await press(board, "Cancel");
  await (await byRole(board, "searchbox", "Filter by name or key")).type("zzz");
  await reads(board, "Nothing matches the filter.");
  await looksRight(visit, board, "nothing-found");
});

test("a long list with what is missing, and one with nothing in it", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/projects/search", kind: "status", status: 500, skip: 1 });
  const board = await openDashboard(visit, "/project/overview?id=globex_service-0001");
  await alarms(board, "Not all entries could be listed.");
  await looksRight(visit, board, "incomplete");
  await visit.standIn.clearFaults();
  await press(board, "Try again");
  await counts(board, 1_200);
  await looksRight(visit, board, "long");
  const empty = await openListed(visit, "/organizations/initech/projects");
  await looksRight(visit, empty, "empty");
});

test("a run: on its way, paused by a refusal, finished, handed over", {}, async (visit) => {
  await someAreDue(visit);
  const board = await openListed(visit);
  await visit.standIn.fault({ path: RENEW, kind: "delay", ms: 3_000, times: 2 });
  await press(board, "Rotate 3 due");
  await press(board, "Renew 3 tokens");
  await reads(board, "Renewing…");
  await looksRight(visit, board, "running");
  await reads(board, "Rotation finished");
  await looksRight(visit, board, "finished");
  await press(board, "Export");
  await looksRight(visit, board, "hand-over");
  await press(board, "Cancel");
  await press(board, "Done");
  await visit.standIn.signEveryoneOut();
  for (const name of ["Checkout UI", "Fresh", "Ledger", "Payments Service"]) await clickRow(board, name);
  await press(board, "Rotate 4 selected");
  await press(board, "Renew 4 tokens");
  await alarms(board, "The rotation rests.");
  await looksRight(visit, board, "paused");
});

test("the record, empty and filled", {}, async (visit) => {
  const board = await openListed(visit);
  await show(board, "Record");
  await reads(board, "Nothing has been renewed here yet.");
  await looksRight(visit, board, "record-empty");
  const endings = ["renewed", "renewed-elsewhere", "not-renewed", "unknown"];
  await write(visit.backRoom, Object.fromEntries(Array.from({ length: 24 }, (_, n) => entry(n, endings[n % 4], n))));
  await show(board, "Projects");
  await show(board, "Record");
  await reads(board, "24 entries");
  await looksRight(visit, board, "record");
});

test("the settings, with a number that cannot be, and the question before all is deleted", {}, async (visit) => {
  const board = await openListed(visit);
  await show(board, "Settings");
  await looksRight(visit, board, "settings");
  const every = await byRole(board, "spinbutton", "Renew every (days)");
  await every.evaluate((it) => it.select());
  await every.type("3");
  await board.keyboard.press("Tab");
  await reads(board, "Give a whole number of days, from 7 to 365. Nothing was changed.");
  await looksRight(visit, board, "settings-problem");
  await press(board, "Delete everything…");
  await looksRight(visit, board, "delete");
});

test("a page of nobody's projects, and one whose storage refuses", {}, async (visit) => {
  const lost = await visit.browser.newPage();
  await lost.goto(`${visit.origin}/dashboard.html`);
  await reads(lost, "Whose projects?");
  await picture(lost, "dashboard-lost");
  assert.deepEqual(await faults(lost), {});
  await write(visit.backRoom, { format: { version: 99 } });
  const board = await openDashboard(visit);
  await alarms(board, "");
  await picture(board, "dashboard-storage");
});
