// The dashboard as a person sees it: opened as one opens it, and its list read
// row by row.
import { isListed, opensDashboard } from "./dashboard.js";
import { byRole, eventually, press, pressAway } from "./screen.js";
import { clickToolbarButton } from "./popup.js";

/** Presses the toolbar button on a page of the host, then "All projects"; answers the dashboard. */
export async function openDashboard(visit, address = "/organizations/acme-payments/projects") {
  await visit.go(address);
  const popup = await clickToolbarButton(visit.chromium, visit.page);
  return opensDashboard(visit, () => pressAway(popup, "All projects"));
}

/** Opens the dashboard, and waits until all projects are listed. */
export async function openListed(visit, address) {
  const board = await openDashboard(visit, address);
  await isListed(board);
  return board;
}

/** The rows that are drawn, in their order: the words of their cells by column. */
export const rows = (board) =>
  board.$$eval("[role=grid] [role=row]:has([role=gridcell])", (all) =>
    all
      .map((row) => {
        const [tick, names, visibility, analysed, age, renewed, state] = [...row.children];
        const [name, key] = [...names.children].map((it) => it.textContent);
        const words = [visibility, analysed, age, renewed, state].map((it) => it.textContent);
        return {
          place: Number(row.ariaRowIndex),
          name,
          key,
          visibility: words[0],
          analysed: words[1],
          age: words[2],
          renewed: words[3],
          state: words[4],
          selected: row.ariaSelected === "true",
          ticked: tick.firstElementChild.checked,
        };
      })
      .sort((a, b) => a.place - b.place),
  );

/** The names of the rows that are drawn. */
export const names = async (board) => (await rows(board)).map(({ name }) => name);

/** How many rows the list has, drawn or not. */
export const count = (board) => board.$eval("[role=grid]", (it) => Number(it.ariaRowCount) - 1);

/** Waits until the list has so many rows. */
export const counts = (board, wanted, options) => eventually(() => count(board), (found) => found === wanted, options);

/** The row of a project, once it is drawn. */
export const rowOf = (board, name) =>
  eventually(
    () =>
      board.evaluateHandle(
        (wanted) => [...document.querySelectorAll("[role=row]")].find((it) => it.querySelector("b")?.textContent === wanted) ?? null,
        name,
      ),
    async (found) => found.evaluate((it) => it !== null),
  );

/** Clicks a row, perhaps with a key held. */
export async function clickRow(board, name, { shift = false } = {}) {
  const row = await rowOf(board, name);
  const cell = await row.$("[role=gridcell]:nth-child(2)");
  if (shift) await board.keyboard.down("Shift");
  await cell.click();
  if (shift) await board.keyboard.up("Shift");
}

/** The names of the selected rows among those drawn. */
export const selected = async (board) =>
  (await rows(board)).filter((row) => row.selected).map(({ name }) => name);

/** What the line above the list says of the selection; nothing without one. */
export const selection = (board) =>
  board.$eval("#selected", (it) => (it.checkVisibility() ? it.innerText : ""));

/** The row on which the keyboard stands, as assistive technology is told. */
export const active = (board) =>
  board.evaluate(() => {
    const id = document.querySelector("[role=grid]").getAttribute("aria-activedescendant");
    return document.getElementById(id)?.querySelector("b").textContent ?? "";
  });

/** Whether that row can be seen whole. */
export const activeInView = (board) =>
  board.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    const row = document.getElementById(grid.getAttribute("aria-activedescendant"));
    if (!row) return false;
    const box = row.getBoundingClientRect();
    const head = grid.querySelector(".heads").getBoundingClientRect();
    const pane = grid.getBoundingClientRect();
    return box.top >= head.bottom - 1 && box.bottom <= pane.bottom + 1 && box.bottom <= innerHeight + 1;
  });

/** Sets the focus into the list. */
export const enterList = (board) => board.focus("[role=grid]");

/** Types into a field, in place of what is there. */
export async function fill(board, role, name, text) {
  const field = await byRole(board, role, name);
  await field.evaluate((it) => it.select());
  if (text === "") await board.keyboard.press("Backspace");
  else await field.type(text);
  return field;
}

/** Shows a part of the page. */
export async function show(board, section) {
  // A page that has just been loaded may not listen yet.
  const pressed = async () => {
    await press(board, section);
    return board.$eval("nav [aria-current]", (it) => it.innerText);
  };
  await eventually(pressed, (now) => now === section);
}

/** How often each path was asked for, of the web API. */
export const asked = async (visit, part) =>
  Object.entries(await visit.standIn.counts())
    .filter(([name]) => name.includes(part))
    .reduce((sum, [, times]) => sum + times, 0);

/** All that is stored. */
export const stored = (visit) => visit.backRoom.evaluate(() => chrome.storage.local.get());
