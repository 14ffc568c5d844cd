// Organizations with more projects than a page of the API, or than the host
// ever lists.
import assert from "node:assert/strict";
import { scene } from "./support/scene.js";
import {
  alarms, alerts, enabled, entries, eventually, focused, press, reads, words,
} from "./support/screen.js";

const test = scene();
const SEARCH = "GET /api/projects/search";

const filter = (popup) => popup.waitForSelector("::-p-aria([role='searchbox'])", { timeout: 8_000 });
const settled = (popup) =>
  eventually(
    () => popup.evaluate(() => document.querySelector("ul").ariaBusy),
    (busy) => busy === "false",
  );

test("all of 1,200 projects are listed with three requests, and the filter finds each", {}, async (visit) => {
  const popup = await visit.open("/organizations/globex/projects");
  await settled(popup);
  assert.deepEqual(await visit.standIn.requests(), [SEARCH, SEARCH, SEARCH]);
  const box = await filter(popup);
  assert.match(await box.evaluate((it) => it.placeholder), /1,?200/);
  await reads(popup, "And 1140 more: type to narrow the list.");
  for (const name of ["0777", "1200", "0001"]) {
    await box.evaluate((it) => it.select());
    await box.type(`service-${name}`);
    await eventually(() => entries(popup), (names) => names.join() === `Service ${name}`);
  }
  assert.equal((await visit.standIn.requests()).length, 3, "no request for what is here already");
});

test("the first page can be used while the others are still on their way", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/projects/search", kind: "delay", ms: 3_000, skip: 1 });
  const popup = await visit.open("/organizations/globex/projects");
  await reads(popup, "And 440 more: type to narrow the list.");
  await (await filter(popup)).type("service-0007");
  await eventually(() => entries(popup), (names) => names.length === 1);
  await popup.keyboard.press("Enter");
  await enabled(popup, "Copy Markdown");
});

test("the keyboard keeps its place in a list that grows", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/projects/search", kind: "delay", ms: 1_200, skip: 1 });
  const popup = await visit.open("/organizations/globex/projects");
  await reads(popup, "And 440 more: type to narrow the list.");
  await (await filter(popup)).focus();
  await popup.keyboard.press("ArrowDown");
  await popup.keyboard.press("ArrowDown");
  const before = await focused(popup);
  assert.match(before, /^Service /);
  await settled(popup);
  assert.notEqual(await focused(popup), "", "the focus is lost");
});

test("a list whose last page fails says that it is not complete, and can be asked again", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/projects/search", kind: "status", status: 503, skip: 1, times: 2 });
  const popup = await visit.open("/organizations/globex/projects");
  const said = await alarms(popup, "Not all entries could be listed.");
  assert.match(said, /SonarQube has trouble \(error 503\)\./);
  assert.ok((await entries(popup)).length > 0, "what came is there");
  await press(popup, "Try again");
  await reads(popup, "And 1140 more: type to narrow the list.");
  await eventually(() => alerts(popup), (now) => now === "");
});

test("of more than 10,000 projects it is said what is missing, and a search on the host finds it", {}, async (visit) => {
  await visit.standIn.addOrganization({ key: "big-corp", projects: 10_100 });
  await visit.standIn.permit({ login: "ada", browse: true, administer: true });
  const popup = await visit.open("/organizations/big-corp/projects");
  await settled(popup);
  assert.match(await alerts(popup), /no more than 10,?000 of 10,?100 projects/);
  const { log } = await visit.standIn.state();
  const pages = log.filter(({ path }) => path === "/api/projects/search");
  assert.deepEqual([pages.length, pages.filter(({ status }) => status !== 200).length], [20, 0]);

  const box = await filter(popup);
  await box.type("service-10099");
  await eventually(() => entries(popup), (names) => names.join() === "Service 10099");
  await popup.keyboard.press("Enter");
  await enabled(popup, "Copy Markdown");
  assert.match(await words(popup), /big-corp_service-10099/);
  await press(popup, "Back");

  await visit.standIn.fault({ path: "/api/projects/search", kind: "status", status: 503 });
  await box.evaluate((it) => it.select());
  await box.type("service-10055");
  await settled(popup);
  const all = await words(popup);
  assert.ok(!all.includes("Nothing matches the filter."), "a search that failed has not found nothing");
  assert.match(await alerts(popup), /503/);
});
