// The extension in another language, in whatever language the browser is: its
// messages stand where the browser looks for English ones. And what can be
// wrong with any screen once its words are longer, or run the other way.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "./browser.js";
import { picture } from "./pictures.js";
import { eventually } from "./screen.js";

const messagesOf = (dist, language) => join(dist, "_locales", language, "messages.json");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

/** A copy of the extension that speaks a language, its messages perhaps changed; `end` removes it. */
export function speaking(language, change = (message) => message) {
  const dist = mkdtempSync(join(tmpdir(), "rebadge-language-"));
  cpSync(DIST, dist, { recursive: true });
  const messages = Object.fromEntries(
    Object.entries(read(messagesOf(DIST, language))).map(([name, it]) => [name, { ...it, message: change(it.message, name) }]),
  );
  writeFileSync(messagesOf(dist, "en"), JSON.stringify(messages));
  return { dist, say: (name) => messages[name].message, end: () => rmSync(dist, { recursive: true }) };
}

/** English twice as long: every text says itself again. */
export const twice = (message, name) =>
  ["language", "direction", "extension_name"].includes(name) ? message : `${message} ${message}`;

/** Takes a picture of a page for whoever wants to look: `REBADGE_PICTURES=1`. */
export const photograph = (page, name) => (process.env.REBADGE_PICTURES ? picture(page, name) : undefined);

/** Presses what does this, once it can be seen and pressed. */
export async function act(page, name, value) {
  const selector = `[data-act="${name}"]${value ? `[data-value="${value}"]` : ""}`;
  const found = await eventually(
    () => page.evaluateHandle((it) => [...document.querySelectorAll(it)].find((one) => one.checkVisibility()) ?? null, selector),
    (it) => it.evaluate((one) => one !== null && !one.disabled),
  );
  await found.evaluate((it) => it.scrollIntoView({ block: "center" }));
  await found.click();
}

/** Waits until an element is there that can be seen and says something. */
export const shows = (page, selector) =>
  eventually(
    () => page.evaluate((it) => [...document.querySelectorAll(it)].some((one) => one.checkVisibility() && one.innerText.trim() !== ""), selector),
    (it) => it || Promise.reject(new Error(`nothing to be seen of ${selector}`)),
  );

/**
 * What is wrong with a screen: words that are cut off, on top of each other, or to be read only by scrolling sideways.
 * Keys, names and what is copied are not words of a language, and may be cut where they say so with an ellipsis.
 */
export const faults = (page) =>
  page.evaluate(() => {
    const DATA = ".mono, .key, bdi, .snippet, svg, option, select, .unseen, template, script, style, [data-shortened]";
    const box = (rect) => ({ left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
    const name = (text) => text.trim().replaceAll(/\s+/g, " ").slice(0, 60);
    const cut = [];
    const seen = [];
    /** What can be seen of a rectangle, and whether some of it is lost for good. */
    const clip = (element, rect) => {
      const left = box(rect);
      let lost = false;
      for (let at = element; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        const edge = at.getBoundingClientRect();
        const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
        if (left.left < edge.left - 1 || left.right > edge.right + 1) lost = true;
        if (!scrolls(style.overflowY) && (left.top < edge.top - 2 || left.bottom > edge.bottom + 2)) lost = true;
        left.left = Math.max(left.left, edge.left);
        left.right = Math.min(left.right, edge.right);
        left.top = Math.max(left.top, edge.top);
        left.bottom = Math.min(left.bottom, edge.bottom);
      }
      return { lost, ...left };
    };
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (node.data.trim() === "" || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest(DATA)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      const { lost, ...visible } = clip(element, rect);
      if (lost) cut.push(name(node.data));
      if (rect.left < -1 || rect.right > innerWidth + 1) cut.push(`beside the window: ${name(node.data)}`);
      // Words that leave the control they stand on.
      const control = element.closest("button, .chip, legend, th");
      const edge = control?.getBoundingClientRect();
      if (edge && (rect.left < edge.left - 1 || rect.right > edge.right + 1 || rect.top < edge.top - 3 || rect.bottom > edge.bottom + 3)) {
        cut.push(`beside its control: ${name(node.data)}`);
      }
      if (visible.right - visible.left > 2 && visible.bottom - visible.top > 2) seen.push({ element, text: name(node.data), ...visible });
    }
    for (const element of top.querySelectorAll("button, input, select")) {
      if (!element.checkVisibility() || element.closest(".line")) continue;
      const rect = element.getBoundingClientRect();
      if (rect.left < -1 || rect.right > innerWidth + 1) cut.push(`beside the window: ${element.id || element.title}`);
      const visible = clip(element.parentElement, rect);
      if (visible.right - visible.left > 2 && visible.bottom - visible.top > 2) seen.push({ element, text: `<${element.id || element.title || name(element.innerText)}>`, ...visible });
    }
    const over = [];
    const sticky = (it) => it.element.closest(".heads, th");
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        if (Boolean(sticky(one)) !== Boolean(sticky(other))) continue;
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (wide > 2 && high > 3) over.push(`${one.text} / ${other.text}`);
      }
    }
    const root = document.documentElement;
    const main = document.querySelector("main");
    const sideways = root.scrollWidth > root.clientWidth || main.scrollWidth > main.clientWidth;
    return Object.fromEntries(
      Object.entries({ cut: [...new Set(cut)], over: [...new Set(over)], sideways: sideways ? ["yes"] : [] }).filter(([, it]) => it.length > 0),
    );
  });
