// Signing in as a person does, by the form of the product's own web UI.
import { fillIn } from "../../browser/support/form.js";

/** Signs people in: by the form the first time, later in the session they have. */
export function door() {
  const sessions = new Map();
  return async (browser, facade, login) => {
    if (!sessions.has(login)) {
      const page = await browser.newPage();
      await page.goto("https://sonarcloud.io/sessions/new");
      await fillIn(page, login, facade.server.password(login));
      await page.close();
      sessions.set(login, await browser.cookies());
    }
    await browser.setCookie(...sessions.get(login));
  };
}
