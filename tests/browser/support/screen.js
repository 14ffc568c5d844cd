// What is on the screen, found as a person or assistive technology finds it:
// by role and accessible name, or by the words to be read.
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE = 8_000;

/** Probes until a check of the probe's answer passes; fails with what it said last. */
export async function eventually(probe, check, { patience = PATIENCE } = {}) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await probe();
    let failure;
    try {
      const passed = await check(found);
      if (passed !== false) return found;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > end) {
      throw failure ?? new Error(`still not so: ${JSON.stringify(found)}`);
    }
    await pause(20);
  }
}

const selector = (role, name) => `aria/${name}[role="${role}"]`;

/** The element of a role and accessible name, once it is there. */
export const byRole = (page, role, name) =>
  page.waitForSelector(selector(role, name), { timeout: PATIENCE });

/** The same right now, or null. */
export const ifThere = (page, role, name) => page.$(selector(role, name));

export const button = (page, name) => byRole(page, "button", name);
export const combobox = (page, name) => byRole(page, "combobox", name);

/** Presses a button with the mouse, once it is there and can be pressed. */
export async function press(page, name) {
  const found = await enabled(page, name);
  await found.click();
}

/** Presses a button that leads away from the popup. */
export const pressAway = (popup, name) => away(popup, press(popup, name));

/** Waits for what leads away from the popup, which may be gone before the button is up again. */
export const away = (popup, pressed) =>
  pressed.catch((error) =>
    eventually(() => popup.isClosed(), (it) => it, { patience: 1_000 }).catch(() => {
      throw error;
    }),
  );

/** A button, once it can be pressed. */
export function enabled(page, name) {
  return eventually(
    () => button(page, name),
    (found) => found.evaluate((it) => !it.disabled),
  );
}

/** Whether a button can be pressed right now. */
export async function isEnabled(page, name) {
  const found = await button(page, name);
  return found.evaluate((it) => !it.disabled && it.ariaDisabled !== "true");
}

/** All words to be read, those of choices included. */
export const words = (page) =>
  page.evaluate(() => {
    // Firefox leaves them out of a page's text.
    const offered = [...document.querySelectorAll("option")].filter((it) => it.closest("select").checkVisibility());
    return [document.body.innerText, ...offered.map((it) => it.text)].join("\n");
  });

/** Waits until these words can be read. */
export const reads = (page, text, options) =>
  eventually(
    () => words(page),
    (all) => all.includes(text) || fail(`“${text}” cannot be read in:\n${all}`),
    options,
  );

/** What a status message says. */
export const status = (page) => page.$eval("[role=status]", (it) => it.innerText);

/** Waits until the status message says this. */
export const announces = (page, text) =>
  eventually(
    () => status(page),
    (said) => said === text || fail(`the status says “${said}”, not “${text}”`),
  );

/** What the alerts say that can be seen. */
export const alerts = (page) =>
  page.$$eval("[role=alert]", (all) =>
    all
      .filter((it) => it.checkVisibility())
      .map((it) => it.innerText.replaceAll(/\s+/g, " ").trim())
      .join(" "),
  );

/** Waits until an alert says this, and answers all of what it says. */
export const alarms = (page, text) =>
  eventually(
    () => alerts(page),
    (said) => said.includes(text) || fail(`no alert says “${text}” but: “${said}”`),
  );

/** The words of a box's choices. */
export async function choices(page, name) {
  const box = await combobox(page, name);
  return box.evaluate((it) => [...it.options].map((option) => option.text));
}

/** The choice that a box shows. */
export async function choice(page, name) {
  const box = await combobox(page, name);
  return box.evaluate((it) => it.selectedOptions[0]?.text);
}

/** Chooses by the words that a person reads. */
export async function choose(page, name, label) {
  const box = await combobox(page, name);
  const value = await box.evaluate(
    (it, wanted) => [...it.options].find((option) => option.text === wanted)?.value,
    label,
  );
  if (value === undefined) fail(`“${name}” does not offer “${label}”`);
  await box.select(value);
}

/** The names of the entries of a list, in their order. */
export const entries = (page) =>
  page.$$eval("ul > li button b", (all) => all.map((it) => it.textContent));

/** The accessible name of whatever has the keyboard's focus, or nothing. */
export async function focused(page) {
  const find = (node) =>
    (node.children ?? []).map(find).find(Boolean) ??
    (node.focused && !/WebArea/.test(node.role) ? node : undefined);
  const found = find(await page.accessibility.snapshot());
  return found?.name?.replaceAll(/\s+/g, " ").trim() ?? "";
}

/** Whether anything can be scrolled, or is cut off at the side. */
export const overflow = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const main = document.querySelector("main");
    return {
      sideways: root.scrollWidth > root.clientWidth || main.scrollWidth > main.clientWidth,
      main: main.scrollHeight - main.clientHeight,
      height: root.scrollHeight,
      width: document.body.getBoundingClientRect().width,
    };
  });

/** The text on the clipboard. */
export const clipboard = (page) =>
  page.clipboardText ? page.clipboardText() : page.evaluate(() => navigator.clipboard.readText());

/** Puts a text on the clipboard. */
export const putOnClipboard = (page, text) =>
  page.setClipboardText ? page.setClipboardText(text) : page.evaluate((it) => navigator.clipboard.writeText(it), text);

function fail(message) {
  throw new Error(message);
}
