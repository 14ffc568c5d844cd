// Without a mouse: the way of the keyboard, and what is read out on it.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  announces, clipboard, enabled, entries, eventually, focused, reads, words,
} from "./support/screen.js";

const test = scene();

/** Presses Tab until the focus has been everywhere; answers the names from the top. */
async function round(popup, first, most = 40) {
  await tabTo(popup, first);
  const names = [first];
  for (let step = 0; step < most; step += 1) {
    await popup.keyboard.press("Tab");
    const name = await focused(popup);
    if (names.includes(name)) break;
    if (name !== "") names.push(name);
  }
  return names;
}

/** Walks with Tab until the focus is on that name. */
async function tabTo(popup, name) {
  for (let step = 0; step < 40; step += 1) {
    if ((await focused(popup)) === name) return;
    await popup.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to “${name}”`);
}

test("Tab comes by every control of a project, from the top to the bottom", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Renew token");
  await reads(popup, "release/1.x");
  assert.deepEqual(await round(popup, "Copy organization key"), [
    "Copy organization key", "Copy project key", "All badges", "Badge", "Branch", "Format", "What will be copied", "Copy Markdown",
    "Show token", "Copy token", "Renew token", "All projects", "Connection details",
  ]);
});

test("the focus can be seen on whatever has it", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Renew token");
  await popup.evaluate(() => document.activeElement.blur());
  for (let step = 0; step < 12; step += 1) {
    await popup.keyboard.press("Tab");
    const { name, width, style } = await popup.evaluate(() => {
      const it = document.activeElement;
      const { outlineWidth, outlineStyle } = getComputedStyle(it);
      return { name: it.title || it.id, width: Number.parseFloat(outlineWidth), style: outlineStyle };
    });
    assert.ok(width >= 2 && style !== "none", `${name}: ${width}px ${style}`);
  }
});

test("the main job takes no mouse: badge, branch, format, copy, show, back", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await reads(popup, "release/1.x");
  await tabTo(popup, "Badge");
  await popup.keyboard.type("Cov");
  await eventually(() => words(popup), (all) => all.includes("[![Coverage]"));
  await tabTo(popup, "Copy Markdown");
  await popup.keyboard.press("Space");
  await announces(popup, "Markdown copied.");
  assert.match(await clipboard(popup), /^\[!\[Coverage\]/);
  await tabTo(popup, "Show token");
  await popup.keyboard.press("Enter");
  await reads(popup, await visit.standIn.token(PROJECT));
  assert.equal(await focused(popup), "Show token", "the place is kept");
  await tabTo(popup, "Connection details");
  await popup.keyboard.press("Enter");
  await reads(popup, "Scanner properties");
  await popup.keyboard.press("Escape");
  await enabled(popup, "Copy Markdown");
});

test("Enter in the snippet copies; Enter on another button does what that button does", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await tabTo(popup, "What will be copied");
  await popup.keyboard.press("Enter");
  await announces(popup, "Markdown copied.");
  await tabTo(popup, "Copy organization key");
  await popup.keyboard.press("Enter");
  await announces(popup, "Organization key copied.");
  assert.equal(await clipboard(popup), "acme-payments");
});

test("Enter presses the button of a message, too", { as: null }, async (visit) => {
  const popup = await visit.open("/projects");
  await enabled(popup, "Sign in");
  const form = visit.page.waitForNavigation();
  await popup.keyboard.press("Enter").catch(() => {});
  await form;
  assert.equal(new URL(visit.page.url()).pathname, "/sessions/new");
});

test("Escape leads back screen by screen, and the focus is where one goes on", {}, async (visit) => {
  const popup = await visit.open("/projects");
  await eventually(() => entries(popup), (names) => names.length === 3);
  await popup.keyboard.type("acme");
  await eventually(() => entries(popup), (names) => names.length === 1);
  await popup.keyboard.press("Enter");
  await eventually(() => entries(popup), (names) => names.length === 9);
  await popup.keyboard.type("ledger");
  await eventually(() => entries(popup), (names) => names.length === 1);
  await popup.keyboard.press("Enter");
  await enabled(popup, "Copy Markdown");
  await eventually(() => focused(popup), (name) => name === "Copy Markdown");
  await popup.keyboard.press("Escape");
  await eventually(() => entries(popup), (names) => names.join() === "Ledger");
  assert.notEqual(await focused(popup), "");
  await popup.keyboard.press("Escape");
  await eventually(() => entries(popup), (names) => names.join() === "Acme Payments");
});

test("Tab comes by the filter, the entries and their Copy buttons", {}, async (visit) => {
  const popup = await visit.open("/projects");
  await eventually(() => entries(popup), (names) => names.length === 3);
  const seen = await round(popup, "Choose an organization");
  assert.equal(seen[1], "Acme Payments acme-payments");
  assert.match(seen[2], /^Copy organization key/);
});

test("what happens is a status, what goes wrong an alert, and neither takes the focus", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await popup.keyboard.press("Enter");
  await announces(popup, "Markdown copied.");
  assert.equal(await focused(popup), "Copy Markdown");
  const live = await popup.evaluate(() => [...document.querySelectorAll("[role=status]")].filter((it) => it.checkVisibility()).length);
  assert.equal(live, 1);
});

test("the number of matches is told when a filter is typed", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await eventually(() => entries(popup), (names) => names.length === 9);
  await popup.keyboard.type("acme-payments_");
  await announces(popup, "Matches: 8");
  await popup.keyboard.type("zzz");
  await announces(popup, "Matches: 0");
});
