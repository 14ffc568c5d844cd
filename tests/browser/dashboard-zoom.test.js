// The dashboard larger, mirrored, in colours of the system's own, and without motion.
import assert from "node:assert/strict";
import { violations } from "./support/axe.js";
import { activeInView, clickRow, openListed, show } from "./support/dashboard-list.js";
import { someAreDue } from "./support/due.js";
import { cutOff } from "./support/inspect.js";
import { forceColours, picture } from "./support/pictures.js";
import { scene } from "./support/scene.js";
import { eventually, press, reads } from "./support/screen.js";

const test = scene();

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
  await forceColours(board);
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
