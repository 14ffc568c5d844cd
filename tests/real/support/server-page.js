// Where a Server's own web UI shows a project's badges: 26.9 on a page of its
// own, 9.9 in a drawer of the project's page.
import { eventually } from "../../browser/support/screen.js";
import * as product from "./product.js";

const isDrawer = (server) => server.version === "9.9";

/** The Markdown that the drawer offers; it is there before its token is, and does not count then. */
const shown = (page) =>
  page.$$eval("pre", (all) => all.map((it) => it.textContent).find((text) => /&token=\w/.test(text)));

/** Goes there, and answers the Markdown that it offers. */
export async function ownSnippet(page, server, project) {
  const query = new URLSearchParams({ id: project });
  if (!isDrawer(server)) {
    return product.snippet(await product.information({ go: go(page, server) }, project));
  }
  await page.goto(`${server.baseUrl}/dashboard?${query}`);
  await (await page.waitForSelector('aria/Project Information[role="button"]')).click();
  // The drawer slides in: the link is where it stays once it has come to rest.
  await page.locator("aria/Get project badges").click();
  return eventually(() => shown(page), (text) => text !== undefined);
}

const go = (page, server) => async (path) => {
  await page.goto(server.baseUrl + path);
  return page;
};

/** Presses the page's own button, and waits until it shows another token. */
export async function renewByItself(page, server) {
  if (!isDrawer(server)) return product.renewToken(page);
  const before = await shown(page);
  await (await page.waitForSelector('aria/Renew Token[role="button"]')).press("Enter");
  return eventually(() => shown(page), (now) => now !== undefined && now !== before);
}
