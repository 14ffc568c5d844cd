// The dashboard without a mouse, and its selection with and without one.
import assert from "node:assert/strict";
import {
  active, activeInView, clickRow, count, counts, enterList, names, openDashboard, openListed, rowOf, selected, selection,
} from "./support/dashboard-list.js";
import { BROWSER } from "./support/browser.js";
import { scene } from "./support/scene.js";
import { announces, byRole, clipboard, eventually, focused, press, reads, words } from "./support/screen.js";

const test = scene();
const GLOBEX = "/project/overview?id=globex_service-0001";

const stands = (board, name) => eventually(() => active(board), (on) => on === name);
const hasSelected = (board, wanted) =>
  eventually(() => selection(board), (said) => said === (wanted === 0 ? "" : `${wanted.toLocaleString("en")} project${wanted === 1 ? "" : "s"} selected`));

/** Globex by its names: Service 0001 and on. */
async function openGlobex(visit) {
  const board = await openDashboard(visit, GLOBEX);
  await counts(board, 1_200);
  await press(board, "Project");
  await eventually(() => names(board), (shown) => shown[0] === "Service 0001");
  await enterList(board);
  return board;
}

test("one can type into the filter at once, and go down into the list", {}, async (visit) => {
  const board = await openListed(visit);
  assert.equal(await focused(board), "Filter by name or key");
  await board.keyboard.type("acme-payments_");
  await counts(board, 8);
  await board.keyboard.press("ArrowDown");
  assert.equal(await board.evaluate(() => document.activeElement.role), "grid");
  await stands(board, (await names(board))[0]);
});

test("Tab comes by every control once, and by the list as one", {}, async (visit) => {
  const board = await openListed(visit);
  const seen = [];
  await board.focus("nav button");
  await board.keyboard.down("Shift");
  await board.keyboard.press("Tab");
  await board.keyboard.up("Shift");
  for (let step = 0; step < 20; step += 1) {
    await board.keyboard.press("Tab");
    const at = await board.evaluate(() => {
      const it = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(it);
      const seen = Number.parseFloat(outlineWidth) >= 2 && outlineStyle !== "none";
      return { name: it.ariaLabel || it.title || it.innerText, seen, page: it === document.body, grid: it.role === "grid" };
    });
    if (at.page || at.grid) break;
    assert.ok(at.seen, `${at.name}: the focus can be seen`);
    seen.push(at.name);
  }
  // Firefox goes on from where the focus was, and comes to the first control last.
  const first = BROWSER === "firefox" ? [] : ["Projects"];
  assert.deepEqual(seen, [
    ...first, "Record", "Settings", "Copy organization key", "Filter by name or key", "Private", "Due", "Not mine to renew",
  ]);
  assert.equal(await board.evaluate(() => document.activeElement.role), "grid");
});

test("arrows, pages, Home and End go through 1,200 rows, and the row is always in view", {}, async (visit) => {
  const board = await openGlobex(visit);
  const go = async (key, name) => {
    await board.keyboard.press(key);
    if (name) await stands(board, name);
    await eventually(() => activeInView(board), (seen) => seen === true);
    return active(board);
  };
  await go("ArrowDown", "Service 0002");
  await go("ArrowUp", "Service 0001");
  await go("ArrowUp", "Service 0001");
  await go("End", "Service 1200");
  await go("ArrowDown", "Service 1200");
  await go("ArrowUp", "Service 1199");
  await go("Home", "Service 0001");
  const first = Number((await go("PageDown")).slice(-4));
  assert.ok(first > 4 && first < 40, `a page is ${first} rows`);
  await go("PageDown");
  await go("PageUp", `Service ${String(first).padStart(4, "0")}`);
  await go("PageUp", "Service 0001");
  for (let step = 0; step < first + 3; step += 1) await board.keyboard.press("ArrowDown");
  await stands(board, `Service ${String(first + 4).padStart(4, "0")}`);
  await eventually(() => activeInView(board), (seen) => seen === true);
  const told = await board.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    const row = document.getElementById(grid.getAttribute("aria-activedescendant"));
    return { rows: grid.ariaRowCount, at: Number(row.ariaRowIndex), outline: getComputedStyle(row).outlineStyle };
  });
  assert.deepEqual(told, { rows: "1201", at: first + 5, outline: "solid" });
});

test("Space and Shift with arrows select, Ctrl+A selects all and nothing", {}, async (visit) => {
  const board = await openGlobex(visit);
  await board.keyboard.press("Space");
  await hasSelected(board, 1);
  await board.keyboard.press("Space");
  await hasSelected(board, 0);
  await board.keyboard.press("ArrowDown");
  await board.keyboard.press("Space");
  await board.keyboard.down("Shift");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) await board.keyboard.press(key);
  await hasSelected(board, 4);
  // Back on the way, what was gone over too far is let go.
  await board.keyboard.press("ArrowUp");
  await board.keyboard.up("Shift");
  await hasSelected(board, 3);
  assert.deepEqual(await selected(board), ["Service 0002", "Service 0003", "Service 0004"]);
  await board.keyboard.down("Shift");
  await board.keyboard.press("End");
  await board.keyboard.up("Shift");
  await hasSelected(board, 1_199);
  await board.keyboard.down("Control");
  await board.keyboard.press("a");
  await board.keyboard.up("Control");
  await hasSelected(board, 1_200);
  await board.keyboard.down("Control");
  await board.keyboard.press("a");
  await board.keyboard.up("Control");
  await hasSelected(board, 0);
});

test("clicks select one by one, Shift selects up to there, and all that are shown at once", {}, async (visit) => {
  const board = await openGlobex(visit);
  await clickRow(board, "Service 0002");
  await clickRow(board, "Service 0005", { shift: true });
  await hasSelected(board, 4);
  assert.deepEqual(await selected(board), ["Service 0002", "Service 0003", "Service 0004", "Service 0005"]);
  assert.equal(await board.evaluate(() => getSelection().toString()), "", "no text is marked on the way");
  await clickRow(board, "Service 0003");
  await hasSelected(board, 3);
  const tick = await (await rowOf(board, "Service 0004")).$("input");
  await tick.click();
  await hasSelected(board, 2);
  assert.equal(await tick.evaluate((it) => it.checked), false);
  assert.equal(await board.evaluate(() => document.activeElement.role), "grid", "and the keys go on from there");
  // What a filter hides stays selected, and is not forgotten when all shown are.
  await (await byRole(board, "searchbox", "Filter by name or key")).type("service-010");
  await counts(board, 10);
  await (await byRole(board, "checkbox", "Select all that are shown")).click();
  await hasSelected(board, 12);
  await (await byRole(board, "checkbox", "Select all that are shown")).click();
  await hasSelected(board, 2);
  await press(board, "Clear selection");
  await hasSelected(board, 0);
  assert.equal(await board.evaluate(() => document.activeElement.role), "grid", "the focus is not lost");
});

test("Enter copies the row; the row's own button keeps the selection as it is", {}, async (visit) => {
  const board = await openListed(visit);
  await enterList(board);
  const name = (await names(board))[0];
  await stands(board, name);
  await board.keyboard.press("Enter");
  await announces(board, "Markdown copied.");
  assert.match(await clipboard(board), /^\[!\[Quality Gate Status\]/);
  await (await (await rowOf(board, name)).$("button")).click();
  await hasSelected(board, 0);
});

test("Escape closes what is asked, and the focus is where it was", {}, async (visit) => {
  const board = await openListed(visit);
  await clickRow(board, "Ledger");
  await press(board, "Rotate 1 selected");
  await reads(board, "Renew 1 badge token?");
  assert.equal(await focused(board), "Cancel", "the harmless button");
  await board.keyboard.press("Escape");
  await eventually(() => board.$$eval("dialog[open]", (all) => all.length), (open) => open === 0);
  assert.equal(await focused(board), "Rotate 1 selected");
  // As often as one likes.
  await board.keyboard.press("Enter");
  await eventually(() => board.$$eval("dialog[open]", (all) => all.length), (open) => open === 1);
  await board.keyboard.press("Escape");
  await board.keyboard.press("Escape");
  await eventually(() => board.$$eval("dialog[open]", (all) => all.length), (open) => open === 0);
  await press(board, "Settings");
  await press(board, "Delete everything…");
  await reads(board, "Delete everything that Rebadge has stored?");
  await board.keyboard.press("Escape");
  await eventually(() => focused(board), (name) => name === "Delete everything…");
  assert.doesNotMatch(await words(board), /deleted/);
  assert.equal(await count(board), 9);
  assert.deepEqual(visit.heard, []);
});
