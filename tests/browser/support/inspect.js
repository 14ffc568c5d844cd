// What can be found wrong with any screen by looking at all of it.
import { dress } from "./pictures.js";
import { overflow } from "./screen.js";

/** What is wrong with how a screen looks; `mayScroll` allows a scroll bar. */
export async function blemishes(popup, { mayScroll = false } = {}) {
  const { sideways, main, width, height } = await overflow(popup);
  const found = {};
  const note = (name, wrong) => {
    if (Array.isArray(wrong) ? wrong.length > 0 : wrong) found[name] = wrong;
  };
  note("scrolls sideways", sideways);
  note("width", width === 400 ? 0 : width);
  note("height", height <= 600 ? 0 : height);
  note("scrolls by", mayScroll ? 0 : main);
  note("cut off", await cutOff(popup));
  note("tiny", await tiny(popup));
  for (const scheme of ["light", "dark"]) {
    await dress(popup, scheme);
    note(`faint in ${scheme}`, await faint(popup));
  }
  return found;
}

const CONTROLS = ["button", "combobox", "searchbox", "textbox", "link", "list", "img", "image"];

/** What is wrong with a screen for those who do not see it. */
export async function misnomers(popup) {
  const all = [];
  const walk = (node) => {
    all.push(node);
    (node.children ?? []).forEach(walk);
  };
  walk(await popup.accessibility.snapshot({ interestingOnly: false }));
  const controls = all.filter(({ role }) => CONTROLS.includes(role));
  const named = all.filter(({ role }) => ["heading", "searchbox", "list"].includes(role));
  const found = {
    nameless: controls.filter((it) => !it.name?.trim()).map(({ role }) => role),
    "may not be named": all.filter((it) => it.role === "generic" && it.name).map((it) => it.name),
    "said twice": controls.filter((it) => it.description && it.description === it.name).map((it) => it.name),
    // Some readers spell capitals out.
    capitals: named.filter((it) => /^[A-Z ]{4,}$/.test(it.name)).map((it) => it.name),
    "live regions": (await liveRegions(popup)) === 0 ? ["none"] : [],
  };
  return Object.fromEntries(Object.entries(found).filter(([, wrong]) => wrong.length > 0));
}

const liveRegions = (popup) =>
  popup.$$eval("[role=status], [role=alert]", (all) => all.filter((it) => it.checkVisibility()).length);

/** Words that do not fit into their place, where no ellipsis says so. */
export const cutOff = (popup) =>
  popup.evaluate(() =>
    [...document.querySelectorAll("button, h1, h2, p, .chip, label > span, .note")]
      .filter((it) => it.checkVisibility() && it.innerText.trim() !== "")
      .filter((it) => getComputedStyle(it).textOverflow !== "ellipsis")
      .filter((it) => it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== "inline")
      .map((it) => it.innerText),
  );

/** Texts smaller than 11 pixels. */
export const tiny = (popup) =>
  popup.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((it) => Number.parseFloat(getComputedStyle(it).fontSize) < 11)
      .map((it) => it.innerText),
  );

/** Texts whose contrast with what lies behind is below 4.5 to 1. */
export const faint = (popup) =>
  popup.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = (colour) => {
      const [r, g, b] = channels(colour).map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (it) => {
      for (let at = it; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        const alpha = channels(colour)[3] ?? 1;
        if (alpha === 1) return colour;
      }
      return "rgb(255, 255, 255)";
    };
    const ratioOf = (colour, it) => {
      const [a, b] = [light(colour), light(behind(it))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const placeholders = [...document.querySelectorAll("input")]
      .filter((it) => it.checkVisibility())
      .map((it) => ({ text: it.placeholder, ratio: ratioOf(getComputedStyle(it, "::placeholder").color, it) }));
    return [...document.querySelectorAll("body *")]
      .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((it) => !it.closest(":disabled, [aria-disabled=true], option, svg"))
      .map((it) => ({ text: it.innerText.slice(0, 40), ratio: ratioOf(getComputedStyle(it).color, it) }))
      .concat(placeholders)
      .filter(({ ratio }) => ratio < 4.5)
      .map(({ text, ratio }) => `${text}: ${ratio.toFixed(2)}`);
  });
