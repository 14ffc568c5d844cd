/* global Services */
// How a page is shown: colours, pointers, size; and its picture.
import { evaluate } from "./content.js";
import { browserOf, contextOf, pause } from "./pages.js";

export function emulate(id, features) {
  const context = contextOf(id);
  const said = Object.fromEntries(features.map(({ name, value }) => [name, value]));
  context.prefersColorSchemeOverride = said["prefers-color-scheme"] ?? "none";
  // As in Chromium's tests, forced colours stay whatever else changes.
  if ("forced-colors" in said) context.forcedColorsOverride = said["forced-colors"];
  Services.prefs.setIntPref("ui.prefersReducedMotion", said["prefers-reduced-motion"] === "reduce" ? 1 : 0);
}

// A finger is coarse (1), and hovers over nothing; a mouse is fine, and does.
const POINTERS = ["ui.primaryPointerCapabilities", "ui.allPointerCapabilities"];

export const forgetPointers = () => POINTERS.forEach((name) => Services.prefs.clearUserPref(name));

// Only a style sheet's word is stronger than the size that a popup asks for.
const HELD = "data-size-held";

const sheets = new Set();

/** Has a browser take no other size than one. */
function hold(browser, { width, height }) {
  const size = `${width}x${height}`;
  const { windowUtils } = browser.ownerDocument.defaultView;
  const rules = Object.entries({ width, height })
    .flatMap(([side, length]) => ["", "min-", "max-"].map((limit) => `${limit}${side}: ${length}px !important`));
  const sheet = `data:text/css,${encodeURIComponent(`[${HELD}="${size}"] { ${rules.join("; ")} }`)}`;
  const known = `${windowUtils.outerWindowID} ${sheet}`;
  if (!sheets.has(known)) windowUtils.loadSheetUsingURIString(sheet, windowUtils.AUTHOR_SHEET);
  sheets.add(known);
  browser.setAttribute(HELD, size);
}

export async function setViewport(id, viewport) {
  const browser = browserOf(id);
  for (const name of POINTERS) {
    if (viewport?.hasTouch) Services.prefs.setIntPref(name, 1);
    else Services.prefs.clearUserPref(name);
  }
  if (viewport) hold(browser, viewport);
  else browser.removeAttribute(HELD);
  if (browser.closest("panel")) {
    // A popup measures itself whenever it changes, as if it had all the room that it was told of.
    const { width: maxWidth, height: maxHeight } = viewport ?? { width: 800, height: 600 };
    browser.messageManager.sendAsyncMessage("Extension:InitBrowser", { maxWidth, maxHeight });
    await evaluate(id, "for (let times = 0; times < 2; times += 1) document.documentElement.toggleAttribute('data-measured')", []);
  }
  const taken = () => evaluate(id, "return innerWidth === arguments[0] && innerHeight === arguments[1]", [viewport.width, viewport.height]);
  for (let tries = 0; viewport && tries < 200 && !(await taken()); tries += 1) await pause(10);
}

export async function screenshot(id) {
  const context = contextOf(id);
  const bitmap = await context.currentWindowGlobal.drawSnapshot(null, 1, "white");
  const { document } = browserOf(id).ownerDocument.defaultView;
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1];
}
