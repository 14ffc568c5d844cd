// Every language, and one that is twice as long as English: said as it should
// be, in its direction, and with room for its words.
import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { after, describe } from "node:test";
import { violations } from "./support/axe.js";
import { isListed, opensDashboard } from "./support/dashboard.js";
import { clickRow } from "./support/dashboard-list.js";
import { daysAgo, someAreDue, write } from "./support/due.js";
import { act, faults, photograph, shows, speaking, twice } from "./support/languages.js";
import { clickToolbarButton } from "./support/popup.js";
import { at } from "./support/ready.js";
import { PROJECT, scene } from "./support/scene.js";
import { away, eventually } from "./support/screen.js";

const NAVIGATION = "/api/navigation/component";

/** A project's page, once all of it is there. */
const project = async (popup) => {
  await shows(popup, "#age");
  await eventually(() => popup.$eval("#copy-snippet", (it) => it.disabled), (it) => it === false);
  await eventually(() => popup.$$eval("#pictures img", (all) => all.length), (it) => it > 0);
};
const rows = (popup) => shows(popup, "#rows li");
const trouble = (popup) => shows(popup, "#trouble-next");
const alert = (popup) => shows(popup, "#alert");

/** The popup's screens: where each is, what goes wrong on the way, and what is done there. */
const SCREENS = [
  ["project", at(PROJECT), {}, project],
  ["copied", at(PROJECT), {}, async (popup) => {
    await project(popup);
    await act(popup, "copy-snippet");
    await shows(popup, "#status");
  }],
  ["renewed", at(PROJECT), {}, async (popup, say) => {
    await project(popup);
    await act(popup, "renew");
    await eventually(() => popup.$eval("#status", (it) => it.innerText), (it) => it === say("renewed"));
  }],
  ["no-administer", at(PROJECT), { as: "bo" }, project],
  ["public", at("acme-payments_open-docs"), {}, async (popup) => {
    await shows(popup, "#token-fold");
    await act(popup, "toggle-token-card");
    await shows(popup, "#token-opens");
  }],
  ["never-analysed", at("acme-payments_fresh"), {}, (popup) => shows(popup, "#pictures .note")],
  ["alert", at(PROJECT), { fault: { path: NAVIGATION, kind: "status", status: 503 } }, alert],
  ["gallery", at(PROJECT), {}, async (popup) => {
    await project(popup);
    await act(popup, "toggle-gallery");
    await shows(popup, "#badge-rows li");
    for (const box of (await popup.$$("#badge-rows input")).slice(1, 3)) await box.click();
  }],
  ["connection", at(PROJECT), {}, async (popup) => {
    await project(popup);
    await act(popup, "connection");
    await shows(popup, "#connection-properties");
  }],
  ["projects", "/organizations/acme-payments/projects", {}, rows],
  ["organizations", "/projects", {}, rows],
  ["nothing-found", "/organizations/acme-payments/projects", {}, async (popup) => {
    await rows(popup);
    await popup.keyboard.type("zzz");
    await shows(popup, "#list-note");
  }],
  ["not-signed-in", "/projects", { as: null }, trouble],
  ["no-browse", at(PROJECT), { as: "dee" }, trouble],
  ["not-sonar", "https://other.example/", {}, trouble],
];

/** The screens with the longest words, for languages whose words are shorter than twice the English. */
const WORDY = ["project", "no-administer", "public", "alert", "gallery", "no-browse", "not-sonar"];

/** Goes through the dashboard; `look` is called on every screen of it. */
async function walk(visit, board, look) {
  await look("listed");
  await clickRow(board, "Ledger");
  await clickRow(board, "Open Docs");
  await look("selected");
  await act(board, "rotate-selected");
  await shows(board, "#plan-title");
  await look("plan");
  await act(board, "cancel");
  await act(board, "rotate-due");
  await shows(board, "#plan-title");
  await board.click("#plan-confirm");
  await shows(board, "#export");
  await look("finished");
  await act(board, "ask-hand-over");
  await look("hand-over");
  await act(board, "cancel");
  await write(visit.backRoom, Object.fromEntries(["renewed", "renewed-elsewhere", "not-renewed", "unknown"].map(entry)));
  await act(board, "show", "record");
  await eventually(() => board.$$eval("#entries tr", (all) => all.length), (it) => it >= 4);
  await look("record");
  await act(board, "show", "settings");
  // Written with the next frame: what is typed before that is written over.
  await eventually(() => board.$eval("#every", (it) => it.checkVisibility() && it.value), (value) => value === "60");
  await board.$eval("#every", (it) => it.select());
  await board.type("#every", "9999");
  await board.keyboard.press("Tab");
  await shows(board, "#every-note");
  await look("settings");
  await act(board, "ask-delete");
  await look("delete");
  await act(board, "cancel");
}

const entry = (ending, number) => {
  const time = daysAgo(number + 1);
  const key = `acme-payments_service-${number}`;
  return [`record ${String(time).padStart(15, "0")} https://sonarcloud.io ${key} ${ending}`, {
    instance: "https://sonarcloud.io", organization: "acme-payments", project: key, at: time, ending,
    reason: null, before: null, after: null, login: "ada", run: null,
  }];
};

/** Opens the dashboard from the popup, and waits until its projects are listed. */
async function openBoard(visit) {
  await visit.go("/organizations/acme-payments/projects");
  const popup = await clickToolbarButton(visit.chromium, visit.page);
  const board = await opensDashboard(visit, () => away(popup, act(popup, "all-projects")));
  await isListed(board);
  return board;
}

/** What is said of the page's language and direction. */
const spoken = (page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

/** Keys and code that would be read from right to left. */
const turned = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *, header *")]
      .filter((it) => it.checkVisibility() && it.childElementCount === 0 && /^(acme|\[!\[|https?:|••|sonar\.)/.test(it.innerText))
      .filter((it) => getComputedStyle(it).direction !== "ltr" && !it.matches("option, bdi"))
      .map((it) => it.innerText.slice(0, 30)));

const LANGUAGES = [
  ["twice English", "en", "ltr", twice],
  ["German", "de", "ltr"],
  ["French", "fr", "ltr"],
  ["Spanish", "es", "ltr"],
  ["Japanese", "ja", "ltr"],
  ["Arabic", "ar", "rtl"],
];

for (const [title, language, direction, change] of LANGUAGES) {
  describe(title, () => {
    const copy = speaking(language, change);
    after(copy.end);
    const test = scene({ dist: copy.dist });
    const program = join(copy.dist, "wasm/dashboard_bg.wasm");
    const name = title.toLowerCase().replace(" ", "-");

    const screens = change || direction === "rtl" ? SCREENS : SCREENS.filter(([screen]) => WORDY.includes(screen));
    for (const [screen, address, { fault, ...options }, ready] of screens) {
      test(`${screen} in ${title}: no word cut off, nothing on top of another, no way sideways`, options, async (visit) => {
        await visit.go(address);
        if (fault) await visit.standIn.fault(fault);
        const popup = await visit.click();
        await ready(popup, copy.say);
        await photograph(popup, `${name}-${screen}`);
        assert.deepEqual(await spoken(popup), [language, direction]);
        assert.deepEqual(await faults(popup), {});
        assert.deepEqual(await turned(popup), []);
        assert.deepEqual(visit.heard.filter((line) => !/status of [45]\d\d/.test(line)), []);
      });
    }

    test(`the dashboard in ${title}, wide and narrow`, { timeout: 120_000 }, async (visit) => {
      await someAreDue(visit);
      const board = await openBoard(visit);
      assert.deepEqual(await spoken(board), [language, direction]);
      const count = await board.$eval("[role=grid]", (it) => Number(it.ariaRowCount) - 1);
      const form = new Intl.PluralRules(language).select(count);
      const counted = copy.say(`projects_${form}`).replaceAll("$COUNT$", count);
      assert.equal(await board.$eval("#summary span", (it) => it.textContent), counted);
      const found = {};
      await walk(visit, board, async (screen) => {
        for (const width of [1100, 700, 360]) {
          await board.setViewport({ width, height: 760 });
          await photograph(board, `${name}-dashboard-${screen}-${width}`);
          const wrong = { ...(await faults(board)) };
          const mirrored = await turned(board);
          if (mirrored.length > 0) wrong.turned = mirrored;
          if (Object.keys(wrong).length > 0) found[`${screen} at ${width}`] = wrong;
        }
        await board.setViewport({ width: 1100, height: 760 });
        // Its structure is the same in all of them.
        if (direction === "ltr") return;
        const broken = await violations(board);
        if (broken.length > 0) found[`${screen} by axe`] = broken;
      });
      assert.deepEqual(found, {});
    });

    test(`what cannot start says so in ${title}`, {}, async (visit) => {
      await visit.go("/projects");
      const page = await visit.browser.newPage();
      visit.popup = page;
      // Its program does not come.
      renameSync(program, `${program}.away`);
      visit.t.after(() => renameSync(`${program}.away`, program));
      await page.goto(`${visit.origin}/dashboard.html`);
      await shows(page, "#broken h2");
      assert.equal(await page.$eval("#broken h2", (it) => it.innerText), copy.say("broken"));
      assert.deepEqual(await spoken(page), [language, direction]);
    });
  });
}
