// Signing in as a person does, by the form of the product's own web UI.

/** Fills in the form that a tab shows, and waits until it leads away. */
export async function fillIn(page, login, password) {
  await (await page.waitForSelector("input[name=login]")).type(login);
  await (await page.waitForSelector("input[name=password]")).type(password);
  await (await page.waitForSelector("form button[type=submit]:not([disabled])")).click();
  await page.waitForFunction(() => location.pathname !== "/sessions/new");
}

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
