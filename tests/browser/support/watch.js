// What a page says to nobody in particular: its console, its failures, and
// what its policy refused. Told from its very beginning, since the browser
// repeats to a newcomer what was said before.

import { BROWSER } from "./browser.js";

/** Listens to a page; answers the list that grows. */
export async function watch(page) {
  if (BROWSER === "firefox") return page.heard;
  const heard = [];
  const session = await page.createCDPSession();
  session.on("Runtime.consoleAPICalled", ({ type, args }) => {
    heard.push(`${type}: ${args.map((it) => it.value ?? it.description).join(" ")}`);
  });
  session.on("Runtime.exceptionThrown", ({ exceptionDetails: it }) => {
    heard.push(`exception: ${it.text} ${it.exception?.description ?? ""}`);
  });
  session.on("Log.entryAdded", ({ entry }) => {
    heard.push(`${entry.source} ${entry.level}: ${entry.text} ${entry.url ?? ""}`);
  });
  await Promise.all([session.send("Runtime.enable"), session.send("Log.enable")]);
  return heard;
}
