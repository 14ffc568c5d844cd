// How each state of the dashboard looks, and reads to those who do not see it.
import assert from "node:assert/strict";
import { violations } from "./support/axe.js";
import { activeInView, clickRow, counts, listed, openDashboard, openListed, show } from "./support/dashboard-list.js";
import { ACME, daysAgo, renewed, roster, write } from "./support/due.js";
import { cutOff, faint, misnomers, tiny } from "./support/inspect.js";
import { dress, picture } from "./support/pictures.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, byRole, eventually, press, reads } from "./support/screen.js";

const test = scene();
const LEDGER = "acme:ledger.core_v2-x";
const RENEW = "/api/project_badges/renew_token";

/** Everything that is wrong with what is on the screen. */
async function faults(board) {
  const found = { misnomers: await misnomers(board), "cut off": await cutOff(board), tiny: await tiny(board) };
  for (const scheme of ["light", "dark"]) {
    await dress(board, scheme);
    found[`faint in ${scheme}`] = await faint(board);
    found[`axe in ${scheme}`] = await violations(board);
  }
  await dress(board, "");
  found.sideways = await board.evaluate(() => (document.documentElement.scrollWidth > innerWidth ? ["yes"] : []));
  return Object.fromEntries(Object.entries(found).filter(([, wrong]) => Object.keys(wrong).length > 0));
}

/** Takes a picture of a state, and looks for everything that can be wrong with it. */
async function looksRight(visit, board, name) {
  await picture(board, `dashboard-${name}`);
  assert.deepEqual(await faults(board), {}, name);
  assert.deepEqual(visit.heard.filter((line) => !/status of [45]\d\d/.test(line)), [], name);
}

/** Some tokens of the organization are due, and two were renewed. */
const someAreDue = (visit) =>
  write(visit.backRoom, {
    [`roster ${ACME}`]: roster([PROJECT, LEDGER, "acme-payments_script"], 61),
    "ledger https://sonarcloud.io acme-payments_checkout-ui": renewed(55),
    "ledger https://sonarcloud.io acme-payments_fresh": renewed(1),
  });

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
  await listed(board);
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
  await lost.goto(`chrome-extension://${visit.id}/dashboard.html`);
  await reads(lost, "Whose projects?");
  await picture(lost, "dashboard-lost");
  assert.deepEqual(await faults(lost), {});
  await write(visit.backRoom, { format: { version: 99 } });
  const board = await openDashboard(visit);
  await alarms(board, "");
  await picture(board, "dashboard-storage");
});

/** The controls that cannot be brought into view, and whether the page scrolls sideways. */
const unreachable = (board) =>
  board.evaluate(() => {
    const outside = [...document.querySelectorAll("button, select, input")].filter((it) => {
      if (!it.checkVisibility() || it.closest(".line [tabindex='-1']")?.closest("#rows")) return false;
      it.scrollIntoView({ block: "center" });
      const box = it.getBoundingClientRect();
      return box.bottom <= 0 || box.top >= innerHeight || box.right > innerWidth + 1 || box.left < -1;
    });
    const wide = document.documentElement.scrollWidth > innerWidth;
    scrollTo(0, 0);
    return { outside: outside.map((it) => it.title || it.innerText || it.id), wide };
  });

for (const [zoom, width, height] of [["200", 600, 400], ["400", 320, 256]]) {
  test(`at ${zoom} % everything can be reached by scrolling down, never sideways`, {}, async (visit) => {
    await someAreDue(visit);
    const board = await openListed(visit);
    await board.setViewport({ width, height });
    for (const section of ["Projects", "Record", "Settings"]) {
      await show(board, section);
      await picture(board, `dashboard-zoom-${zoom}-${section.toLowerCase()}`);
      assert.deepEqual(await unreachable(board), { outside: [], wide: false }, section);
      assert.deepEqual(await cutOff(board), [], section);
      assert.deepEqual(await violations(board), [], section);
    }
    await show(board, "Projects");
    await clickRow(board, "Ledger");
    await press(board, "Rotate 1 selected");
    await reads(board, "Renew 1 badge token?");
    await picture(board, `dashboard-zoom-${zoom}-plan`);
    assert.deepEqual(await unreachable(board), { outside: [], wide: false }, "plan");
    await press(board, "Cancel");
    await board.keyboard.press("Tab");
    await board.focus("[role=grid]");
    for (const key of ["End", "Home", "ArrowDown", "PageDown"]) {
      await board.keyboard.press(key);
      await eventually(() => activeInView(board), (seen) => seen === true);
    }
  });
}

test("from right to left it is mirrored, and keys are not", {}, async (visit) => {
  await someAreDue(visit);
  const board = await openListed(visit);
  await clickRow(board, "Ledger");
  await board.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  for (const section of ["Projects", "Record", "Settings"]) {
    await show(board, section);
    await picture(board, `dashboard-rtl-${section.toLowerCase()}`);
    assert.deepEqual([await cutOff(board), (await unreachable(board)).wide], [[], false], section);
  }
  await show(board, "Projects");
  const [tick, copy, keys] = await board.evaluate(() => {
    const row = [...document.querySelectorAll("#rows [role=row]")].find((it) => it.innerText.includes("Ledger"));
    const left = (it) => it.getBoundingClientRect().left;
    const mirrored = [...row.querySelectorAll(".mono")].filter((it) => getComputedStyle(it).direction !== "ltr");
    return [left(row.querySelector("input")), left(row.querySelector("button")), mirrored.length];
  });
  assert.ok(tick > copy);
  assert.equal(keys, 0);
});

test("with forced colours controls, selection and switches can be told, and nothing moves that need not", {}, async (visit) => {
  const board = await openListed(visit);
  await clickRow(board, "Ledger");
  await press(board, "Private");
  const session = await board.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: [{ name: "forced-colors", value: "active" }, { name: "prefers-reduced-motion", value: "reduce" }],
  });
  await board.screenshot({ path: "dist/tests/screens/dashboard-forced-colors.png" });
  const told = await board.evaluate(() => {
    const style = (it) => getComputedStyle(it);
    const bare = [...document.querySelectorAll("main button:not(.link), input, select")]
      .filter((it) => it.checkVisibility() && !it.closest(".heads") && it.type !== "checkbox" && Number.parseFloat(style(it).borderTopWidth) === 0);
    const [on, off] = ["true", "false"].map((state) => style(document.querySelector(`.chip[aria-pressed=${state}]`)).backgroundColor);
    const moving = [...document.querySelectorAll("body *")].filter((it) => style(it).animationName !== "none" || style(it).transitionDuration !== "0s");
    return {
      bare: bare.map((it) => it.innerText || it.id),
      chips: on !== off,
      row: style(document.querySelector("#rows [aria-selected=true]")).outlineStyle,
      moving: moving.map((it) => it.className),
    };
  });
  assert.deepEqual(told, { bare: [], chips: true, row: "solid", moving: [] });
});
