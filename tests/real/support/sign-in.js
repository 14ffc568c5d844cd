// Signing in as a person does, by the form of the product's own web UI.
import { fillIn } from "../../browser/support/form.js";

/**
 * Signs people in on a server whose pages are at `baseUrl`: by the form the first
 * time, later in the session they have.
 */
export function door(baseUrl, server) {
  const sessions = new Map();
  return async (browser, _, login) => {
    if (!sessions.has(login)) {
      const page = await browser.newPage();
      await page.goto(`${baseUrl}/sessions/new`);
      await fillIn(page, login, server.password(login));
      await page.close();
      sessions.set(login, await browser.cookies());
    }
    await browser.setCookie(...sessions.get(login));
  };
}
