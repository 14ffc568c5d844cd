// What can be set on the dashboard, what cannot, and how all of it is deleted.
import assert from "node:assert/strict";
import { fill, openListed, rowOf, rows, show, stored } from "./support/dashboard-list.js";
import { noPolicies, underPolicies } from "./support/company.js";
import { ACME, carries, renewed, roster, write } from "./support/due.js";
import { PROJECT, scene } from "./support/scene.js";
import {
  alerts, announces, byRole, choose, clipboard, eventually, press, reads, words,
} from "./support/screen.js";

const test = scene();
const EVERY = "Renew every (days)";
const WARN = "Warn before (days)";

/** Opens the settings of an organization of which tokens of 61 and of 20 days are known. */
async function openSettings(visit) {
  await write(visit.backRoom, {
    [`roster ${ACME}`]: roster([PROJECT, "acme:ledger.core_v2-x"], 61),
    "ledger https://sonarcloud.io acme-payments_fresh": renewed(20),
  });
  const board = await openListed(visit);
  await carries(visit.backRoom, "2");
  await show(board, "Settings");
  return board;
}

async function set(board, name, text) {
  const field = await fill(board, "spinbutton", name, text);
  await board.keyboard.press("Tab");
  return field;
}

const policy = async (visit) => (await stored(visit))[`policy ${ACME}`];

test("another policy counts at once: on the icon, in the list, after a reload", {}, async (visit) => {
  const board = await openSettings(visit);
  await set(board, EVERY, "20");
  await announces(board, "Saved.");
  await carries(visit.backRoom, "3");
  await set(board, WARN, "13");
  await announces(board, "Saved.");
  await show(board, "Projects");
  await reads(board, "3 tokens older than 20 days");
  await board.reload();
  await reads(board, "3 tokens older than 20 days");
  assert.deepEqual(await policy(visit), { version: 1, every: 20, warn: 13 });
  await show(board, "Settings");
  const values = await board.$$eval("#every, #warn", (all) => all.map((it) => it.value));
  assert.deepEqual(values, ["20", "13"]);
});

test("a number that cannot be is told beside its field, and changes nothing", {}, async (visit) => {
  const board = await openSettings(visit);
  const before = await stored(visit);
  for (const [name, typed, said] of [
    [EVERY, "6", "from 7 to 365"], [EVERY, "366", "from 7 to 365"], [EVERY, "", "from 7 to 365"],
    [EVERY, "10.5", "from 7 to 365"], [EVERY, "-60", "from 7 to 365"], [EVERY, "99999999", "from 7 to 365"],
    [WARN, "60", "from 0 to 59"], [WARN, "-1", "from 0 to 59"],
    ["Keep the record for (days)", "0", "from 1 to 3,650"], ["Keep the record for (days)", "3651", "from 1 to 3,650"],
  ]) {
    const field = await set(board, name, typed);
    await reads(board, `Give a whole number of days, ${said}. Nothing was changed.`);
    const told = await field.evaluate((it) => ({
      invalid: it.ariaInvalid,
      words: document.getElementById(it.getAttribute("aria-describedby")).innerText,
    }));
    assert.equal(told.invalid, "true", `${name} ${typed}`);
    assert.match(told.words, /Nothing was changed/);
    assert.deepEqual(await stored(visit), before);
    // Put right, nothing of it is left.
    await set(board, name, { [EVERY]: "60", [WARN]: "7" }[name] ?? "400");
    await eventually(() => words(board), (all) => !all.includes("Nothing was changed"));
    assert.equal(await field.evaluate((it) => it.ariaInvalid), "false");
    await visit.backRoom.evaluate((all) => chrome.storage.local.clear().then(() => chrome.storage.local.set(all)), before);
  }
  await carries(visit.backRoom, "2");
});

test("badges are copied as was set, and after a reload too", {}, async (visit) => {
  const board = await openListed(visit);
  const copied = async (button) => {
    await show(board, "Projects");
    await (await (await rowOf(board, "Payments Service")).$(`aria/${button}`)).click();
    await announces(board, `${button.slice(5)} copied.`);
    return clipboard(board);
  };
  await show(board, "Settings");
  await choose(board, "Format", "HTML");
  await announces(board, "Saved.");
  assert.match(await copied("Copy HTML"), /^<a href=.*token=/);
  await show(board, "Settings");
  await choose(board, "Format", "Image URL");
  await board.reload();
  await eventually(() => rows(board), (all) => all.length === 9);
  await board.bringToFront();
  await show(board, "Projects");
  await (await (await rowOf(board, "Payments Service")).$("button")).click();
  await eventually(() => clipboard(board), (text) => text.startsWith("https://sonarcloud.io/api/project_badges/measure?"));
});

test("everything is deleted when that is confirmed, not by Escape, and the page begins anew", {}, async (visit) => {
  const board = await openSettings(visit);
  await set(board, EVERY, "30");
  await announces(board, "Saved.");
  await press(board, "Delete everything…");
  await reads(board, "Delete everything that Rebadge has stored?");
  await board.keyboard.press("Escape");
  await eventually(() => board.$$eval("dialog[open]", (all) => all.length), (open) => open === 0);
  assert.equal((await policy(visit)).every, 30);
  await press(board, "Delete everything…");
  await Promise.all([board.waitForNavigation(), press(board, "Delete everything")]);
  await announces(board, "Everything that Rebadge had stored is deleted.");
  assert.doesNotMatch(board.url(), /deleted/);
  await eventually(() => rows(board), (all) => all.length === 9);
  assert.ok((await rows(board)).every(({ age }) => /not known yet|no token needed/.test(age)));
  assert.equal(await policy(visit), undefined);
  const left = Object.keys(await stored(visit)).filter((name) => !/^(roster|format|salt|told)/.test(name));
  assert.deepEqual(left, [], "only what the new beginning wrote");
  await carries(visit.backRoom, "");
  assert.equal(await alerts(board), "");
});

test("what a company has set is locked, and what it has set badly is said", { skip: noPolicies }, async (visit) => {
  await underPolicies(visit, { rotation: { every: 30, warn: 99 } }, async ({ origin, backRoom: board }) => {
    const query = new URLSearchParams({ base: "https://sonarcloud.io", organization: "acme-payments", tab: "1" });
    await board.goto(`${origin}/dashboard.html?${query}`);
    await show(board, "Settings");
    await reads(board, "Set by your company.");
    const locked = await board.$$eval("#every, #warn", (all) => all.map((it) => [it.value, it.disabled]));
    assert.deepEqual(locked[0], ["30", true]);
    assert.equal(locked[1][1], false);
    await reads(board, "cannot be used; the usual value counts.");
    const field = await byRole(board, "spinbutton", EVERY);
    assert.ok(await field.evaluate((it) => it.disabled));
  });
});

