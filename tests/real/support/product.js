// The page on which the product itself shows a project's badges, as 26.9 draws
// it: `/project/information?id=KEY`.
import assert from "node:assert/strict";
import { eventually } from "../../browser/support/screen.js";

/** Goes there, and waits for the Markdown with its token, which comes last. */
export async function information(visit, project) {
  const page = await visit.go(`/project/information?${new URLSearchParams({ id: project })}`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll("code")].some((it) => /&token=\w/.test(it.textContent)),
  );
  return page;
}

/** What it offers to copy. */
export const snippet = (page) =>
  page.$$eval("code", (all) => all.map((it) => it.textContent).find((text) => text.includes("/api/project_badges/")));

/** The addresses of the pictures it shows. They end in `&` and the time. */
export const pictures = (page) =>
  page.$$eval("img", (all) => all.map((it) => it.src).filter((src) => src.includes("/api/project_badges/")));

/** Has it show the image's URL, and answers that. */
export async function imageUrl(page) {
  await activate(page, 'aria/Image URL only[role="radio"]');
  return eventually(
    () => snippet(page),
    (text = "[") => assert.ok(!text.startsWith("["), "the page goes on showing Markdown"),
  );
}

/** Presses its Renew Token, and answers the new Markdown. */
export async function renewToken(page) {
  const before = await snippet(page);
  await activate(page, 'aria/Renew Token[role="button"]');
  return eventually(
    () => snippet(page),
    (now = "") => assert.ok(now !== before && /&token=\w/.test(now), "the page shows no other token"),
  );
}

/** By the keyboard, since advertisements lie over the page here and there. */
const activate = async (page, selector) => (await page.waitForSelector(selector)).press("Enter");

/** The metrics that it offers, as key and name, without the sign that one is chosen. */
export async function metrics(page) {
  await (await page.waitForSelector("#badge-param-customize")).click();
  await page.waitForSelector("[role=option]");
  const offered = await page.$$eval("[role=option]", (all) => all.map((it) => [it.getAttribute("value"), it.innerText.replaceAll(/[\uE000-\uF8FF]/g, "").trim().split("\n").at(-1)]));
  await page.keyboard.press("Escape");
  return new Map(offered);
}

/** Markdown taken apart. */
export function parts(markdown) {
  const found = /^\[!\[(?<label>.*)\]\((?<image>.*)\)\]\((?<link>.*)\)$/.exec(markdown);
  assert.ok(found, "it is no badge in Markdown");
  return { ...found.groups };
}
