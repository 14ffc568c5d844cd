// All badges with their pictures: found, ticked, put into order, by mouse and keyboard.
import assert from "node:assert/strict";
import { blemishes, misnomers } from "./support/inspect.js";
import { picture } from "./support/pictures.js";
import { PROJECT, scene } from "./support/scene.js";
import {
  announces, byRole, choice, clipboard, enabled, eventually, focused, ifThere, press, reads, words,
} from "./support/screen.js";

const test = scene();
const MEASURE = "/api/project_badges/measure";
const HOST = "https://sonarcloud.io";
const LINK = `${HOST}/summary/new_code?id=${PROJECT}`;

/** Opens the gallery of a project. */
async function openGallery(visit, project = PROJECT) {
  const popup = await visit.openProject(project);
  await enabled(popup, "Copy Markdown");
  await press(popup, "All badges");
  await byRole(popup, "searchbox", "Choose badges");
  return popup;
}

/** The names of the badges, in their order. */
const names = (popup) => popup.$$eval("#badge-rows b", (all) => all.map((it) => it.textContent));

/** The names of the ticked ones, in their order. */
const ticked = (popup) =>
  popup.$$eval("#badge-rows li", (all) =>
    all.filter((it) => it.querySelector("input").checked).map((it) => it.querySelector("b").textContent),
  );

const tick = async (popup, name) => (await tickOf(popup, name)).click();
const tickOf = (popup, name) => popup.waitForSelector(`::-p-xpath(//li[.//b[text()="${name}"]]//input)`);
const shows = (popup, expected) => eventually(() => ticked(popup), (now) => assert.deepEqual(now, expected));

const badge = (metric, token) => `${HOST}${MEASURE}?project=${PROJECT}&metric=${metric}&token=${token}`;
const requests = async (visit, path) => (await visit.standIn.state()).log.filter((entry) => entry.path.startsWith(path));

test("the gallery shows every badge with its picture and what it says", {}, async (visit) => {
  const popup = await openGallery(visit);
  // The host lists one more than such hosts are known for.
  await eventually(() => names(popup), (all) => all.length === 16);
  const drawn = () => popup.$$eval("#badge-rows img", (all) => all.filter((it) => it.naturalWidth > 0).length);
  await eventually(drawn, (count) => count >= 4);
  await reads(popup, "Whether the project passes its quality gate");
  // The rest comes when it comes into view.
  assert.ok((await drawn()) < 16);
  await popup.$eval("#badge-rows", (it) => it.scrollTo(0, it.scrollHeight));
  await popup.waitForSelector("#badge-rows li:last-child img");
  assert.deepEqual(visit.heard, []);
});

test("a picture is fetched once, and six at most at a time", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/project_badges", kind: "delay", ms: 250, times: 40 });
  await visit.standIn.fault({ path: "/images/", kind: "delay", ms: 250, times: 40 });
  const popup = await openGallery(visit);
  await popup.$eval("#badge-rows", async (it) => {
    for (let y = 0; y <= it.scrollHeight; y += 40) {
      it.scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
  });
  await eventually(() => popup.$$eval("#badge-rows .shot .ghost", (all) => all.length), (left) => left === 0);
  await press(popup, "Back");
  await press(popup, "All badges");
  await eventually(() => popup.$$eval("#badge-rows img", (all) => all.length), (count) => count >= 15);
  const spans = await popup.evaluate(() =>
    performance.getEntriesByType("resource")
      .filter(({ name }) => /project_badges/.test(name))
      .map(({ name, startTime, responseEnd }) => ({ name, from: startTime, to: responseEnd })),
  );
  assert.equal(new Set(spans.map(({ name }) => name)).size, spans.length, "each once");
  const most = Math.max(...spans.map(({ from }) => spans.filter((other) => other.from <= from && from < other.to).length));
  assert.ok(most <= 6 && most > 1, `${most} at a time`);
});

test("badges ticked make a row in the order they were ticked", {}, async (visit) => {
  const popup = await openGallery(visit);
  await tick(popup, "Coverage");
  await tick(popup, "Bugs");
  await shows(popup, ["Quality Gate Status", "Coverage", "Bugs"]);
  const token = await visit.standIn.token(PROJECT);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.equal(
    await clipboard(popup),
    [["Quality Gate Status", "alert_status"], ["Coverage", "coverage"], ["Bugs", "bugs"]]
      .map(([name, metric]) => `[![${name}](${badge(metric, token)})](${LINK})`).join(" "),
  );
  await tick(popup, "Coverage");
  await shows(popup, ["Quality Gate Status", "Bugs"]);
  await press(popup, "Back");
  assert.equal(await choice(popup, "Badge"), "2 badges");
  for (const name of ["Quality Gate Status", "Bugs"]) await byRole(popup, "image", name);
  assert.deepEqual(visit.heard, []);
});

test("the last badge cannot be taken away", {}, async (visit) => {
  const popup = await openGallery(visit);
  await tick(popup, "Quality Gate Status");
  await shows(popup, ["Quality Gate Status"]);
});

test("the order is changed by buttons, and by Alt and the arrows", {}, async (visit) => {
  const popup = await openGallery(visit);
  await tick(popup, "Coverage");
  await tick(popup, "Bugs");
  await press(popup, "Move Bugs towards the beginning");
  await shows(popup, ["Quality Gate Status", "Bugs", "Coverage"]);
  await press(popup, "Move Quality Gate Status towards the end");
  await shows(popup, ["Bugs", "Quality Gate Status", "Coverage"]);
  await (await tickOf(popup, "Coverage")).focus();
  await popup.keyboard.down("Alt");
  await popup.keyboard.press("ArrowUp");
  await popup.keyboard.press("ArrowUp");
  await popup.keyboard.up("Alt");
  await shows(popup, ["Coverage", "Bugs", "Quality Gate Status"]);
  assert.match(await focused(popup), /^Coverage/);
  assert.equal(await ifThere(popup, "button", "Move Coverage towards the beginning"), null);
});

test("by the keyboard alone: filter, tick, copy, back", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await (await byRole(popup, "button", "All badges")).focus();
  await popup.keyboard.press("Enter");
  await eventually(() => focused(popup), (name) => name.startsWith("Choose badges"));
  await popup.keyboard.type("cover");
  await eventually(() => names(popup), (all) => all.length === 1 && all[0] === "Coverage");
  await announces(popup, "Matches: 1");
  await popup.keyboard.press("ArrowDown");
  await popup.keyboard.press("Space");
  await shows(popup, ["Coverage"]);
  await popup.keyboard.press("Escape");
  await eventually(() => focused(popup), (name) => name === "All badges");
  assert.equal(await choice(popup, "Badge"), "2 badges");
});

test("what was chosen is remembered, each instance for itself", {}, async (visit) => {
  let popup = await openGallery(visit);
  await tick(popup, "Coverage");
  await (await byRole(popup, "combobox", "Format")).select("html");
  await enabled(popup, "Copy HTML");
  await popup.close();
  popup = await visit.openProject();
  await enabled(popup, "Copy HTML");
  assert.equal(await choice(popup, "Badge"), "2 badges");
  await popup.close();
  popup = await visit.open(`https://sonarqube.us/project/overview?id=${PROJECT}`);
  await enabled(popup, "Copy Markdown");
  assert.equal(await choice(popup, "Badge"), "Quality Gate Status");
});

test("Defaults brings the usual badge in the usual style back", {}, async (visit) => {
  const popup = await openGallery(visit);
  await tick(popup, "Coverage");
  await (await byRole(popup, "combobox", "Token")).select("left-out");
  await press(popup, "Defaults");
  await shows(popup, ["Quality Gate Status"]);
  assert.equal(await choice(popup, "Token"), "Included");
});

test("badges of no metric, and the logos, which hold no token", {}, async (visit) => {
  const popup = await openGallery(visit);
  const token = await visit.standIn.token(PROJECT);
  for (const [row, image] of [
    ["Quality Gate", `${HOST}/api/project_badges/quality_gate?project=${PROJECT}&token=${token}`],
    ["AI Code Assurance", `${HOST}/api/project_badges/ai_code_assurance?project=${PROJECT}&token=${token}`],
  ]) {
    await press(popup, "Defaults");
    await tick(popup, row);
    await tick(popup, "Quality Gate Status");
    await shows(popup, [row]);
    await press(popup, "Copy Markdown");
    await eventually(() => clipboard(popup), (text) => text === `[![${row}](${image})](${LINK})`);
  }
  await press(popup, "Back");
  await (await byRole(popup, "combobox", "Badge")).select("logo:dark");
  await press(popup, "Copy Markdown");
  await eventually(() => clipboard(popup), (text) => text === `[![SonarQube Cloud](${HOST}/images/project_badges/sonarcloud-dark.svg)](${LINK})`);
  await byRole(popup, "image", "SonarQube Cloud");
});

test("the host is asked once what it offers, when the gallery opens", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  assert.equal((await requests(visit, "/api/webservices/list")).length, 0);
  await press(popup, "All badges");
  await eventually(() => requests(visit, "/api/webservices/list"), (all) => all.length === 1);
});

test("the gallery keeps working where the host does not list what it offers", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/webservices/list", kind: "status", status: 403 });
  const popup = await openGallery(visit);
  assert.equal((await names(popup)).length, 15);
  await tick(popup, "Coverage");
  await shows(popup, ["Quality Gate Status", "Coverage"]);
});

test("the gallery has nothing to object to, in light, dark, and for those who do not see it", {}, async (visit) => {
  const popup = await openGallery(visit);
  await tick(popup, "Coverage");
  await eventually(() => popup.$$eval("#badge-rows img", (all) => all.length), (count) => count >= 4);
  assert.deepEqual(await misnomers(popup), {});
  assert.deepEqual(await blemishes(popup), {});
  await picture(popup, "gallery");
  await press(popup, "Back");
  await byRole(popup, "image", "Coverage");
  assert.deepEqual(await blemishes(popup), {});
  await picture(popup, "project-several-badges");
  assert.doesNotMatch(await words(popup), /undefined/);
});

test("a double click on All badges opens them, and changes none of those that are chosen", {}, async (visit) => {
  const popup = await openGallery(visit);
  await tick(popup, "Coverage");
  await shows(popup, ["Quality Gate Status", "Coverage"]);
  await press(popup, "Back");
  await (await enabled(popup, "All badges")).click({ count: 2 });
  await byRole(popup, "searchbox", "Choose badges");
  await shows(popup, ["Quality Gate Status", "Coverage"]);
});
