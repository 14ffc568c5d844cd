// The form for signing in: the stand-in's and the product's own have the same
// fields.
import assert from "node:assert/strict";
import { eventually } from "./screen.js";

/** Waits until a tab shows the form, and answers its address. */
export const atTheForm = (page) =>
  eventually(
    () => new URL(page.url()),
    ({ pathname }) => assert.equal(pathname, "/sessions/new"),
  );

/** Fills in the form that a tab shows, and waits until it leads away. */
export async function fillIn(page, login, password) {
  await (await page.waitForSelector("input[name=login]")).type(login);
  await (await page.waitForSelector("input[name=password]")).type(password);
  // The product's button can be pressed only once both are there.
  await (await page.waitForSelector("form button:enabled:not([type=button])")).click();
  await page.waitForFunction(() => !location.pathname.endsWith("/sessions/new"));
}
