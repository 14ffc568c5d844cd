// The first minutes: a page that opens once after the install, and what is new
// where somebody asks for it.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { violations } from "./support/axe.js";
import { BROWSER } from "./support/browser.js";
import { scene } from "./support/scene.js";
import { eventually, pressAway, reads, words } from "./support/screen.js";

const test = scene();
const SHORTCUTS = BROWSER === "firefox" ? "Manage Extension Shortcuts" : "chrome://extensions/shortcuts";

const welcomes = ({ browser }) =>
  browser.targets().filter((target) => target.url().includes("/welcome.html"));

/** Has the background program hear of an install or an update, as of that kind of install. */
async function installed(visit, details, installType) {
  const target = visit.browser.targets().find((it) => it.type() === "service_worker" && it.url().includes(visit.id));
  const worker = await target.worker();
  await worker.evaluate((details, installType) => {
    chrome.management.getSelf = async () => ({ installType });
    chrome.runtime.onInstalled.dispatch(details);
  }, details, installType);
}

const open = async (visit, hash = "") => {
  const page = await visit.browser.newPage();
  await page.goto(`${visit.origin}/welcome.html${hash}`);
  return page;
};

// Before the other tests: what Chromium itself does when it installs the folder.
test("after the first install a page opens, behind the others where an unpacked folder is loaded", { as: null }, async (visit) => {
  const [target] = await eventually(() => welcomes(visit), (found) => found.length === 1);
  const page = await target.page();
  assert.equal(await page.evaluate(() => document.visibilityState), "hidden");
  await reads(page, "Welcome to Rebadge");
});

const DISPATCHES = "only Chromium lets its events be sent by hand";

test("whoever installs it from a store sees the page at once; an update and an administrator open nothing", { as: null, chromium: DISPATCHES }, async (visit) => {
  await installed(visit, { reason: "update", previousVersion: "0.0.1" }, "normal");
  await installed(visit, { reason: "chrome_update" }, "normal");
  await installed(visit, { reason: "install" }, "admin");
  await pause(500);
  assert.equal(welcomes(visit).length, 0);
  await installed(visit, { reason: "install" }, "normal");
  const [target] = await eventually(() => welcomes(visit), (found) => found.length === 1);
  const page = await target.page();
  await eventually(() => page.evaluate(() => document.visibilityState), (state) => state === "visible");
});

test("it says three steps, what is asked for, the keys that are set, and asks nobody", { as: null }, async (visit) => {
  const page = await open(visit);
  await reads(page, "Alt+Shift+M");
  const said = await words(page);
  for (const part of ["Pin the icon", "Press it on a page of SonarQube", "Renew what is old", "No account, no telemetry", "Open Rebadge", SHORTCUTS]) {
    assert.ok(said.includes(part), part);
  }
  assert.deepEqual(await page.$$eval("a[href]", (all) => all.map((it) => [it.innerText, it.getAttribute("href")])), [
    ["Settings", "dashboard.html"],
    ["What is new", "#news"],
  ]);
  assert.deepEqual(await visit.standIn.requests(), []);
});

test("what is new is shown on request, in the words of the changelog", { as: null }, async (visit) => {
  const page = await open(visit);
  await reads(page, "What is new");
  assert.ok(!(await words(page)).includes("Added"), "not unasked");
  const link = await page.waitForSelector("#show-news:not([hidden])");
  await link.click();
  await reads(page, "Added");
  const { version } = await visit.backRoom.evaluate(() => chrome.runtime.getManifest());
  await reads(page, `Version ${version}`);
  const { lang, lines } = await page.$eval("#changes", (it) => ({ lang: it.lang, lines: it.querySelectorAll("li").length }));
  assert.equal(lang, "en");
  assert.ok(lines >= 10, `${lines} lines`);
  assert.ok(!/[`*]|\]\(/.test(await words(page)), "no marks of Markdown");
  assert.equal(await page.evaluate(() => document.activeElement.id), "news", "a screen reader is led there");
});

test("the settings lead to what is new", {}, async (visit) => {
  const popup = await visit.openProject();
  const opened = visit.browser.waitForTarget((target) => target.url().includes("/dashboard.html"));
  await pressAway(popup, "All projects");
  const board = await (await opened).page();
  await (await board.waitForSelector("aria/Settings[role=\"button\"]")).click();
  const link = await board.waitForSelector("aria/What is new[role=\"link\"]");
  const shown = visit.browser.waitForTarget((target) => target.url().endsWith("/welcome.html#news"));
  await link.click();
  await reads(await (await shown).page(), "Added");
});

for (const scheme of ["light", "dark"]) {
  test(`nothing keeps anybody from reading it: ${scheme}`, { as: null }, async (visit) => {
    const page = await open(visit, "#news");
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await reads(page, "Added");
    assert.deepEqual(await violations(page), []);
    await page.setViewport({ width: 320, height: 640 });
    const { width, wide } = await page.evaluate(() => ({ width: document.documentElement.clientWidth, wide: document.documentElement.scrollWidth }));
    assert.ok(wide <= width, `${wide} px in ${width}`);
    const small = await page.$$eval("a", (all) => all.filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 24).length);
    assert.equal(small, 0);
  });
}
