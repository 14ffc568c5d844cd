// The extension's background program: a service worker in Chromium, in Firefox
// a page without a window.
import { BROWSER } from "./browser.js";
import { eventually } from "./screen.js";

const isIt = (id) => (target) =>
  BROWSER === "firefox"
    ? target.type() === "background_page"
    : target.type() === "service_worker" && target.url().startsWith(`chrome-extension://${id}/`);

/** Where it runs, as long as it is awake. */
export const background = ({ browser, id }) => browser.targets().find(isIt(id));

/** What functions can be run in. */
export const insideBackground = async (own) =>
  BROWSER === "firefox" ? background(own) : background(own).worker();

/** Ends it; an event may wake it again at once. */
export async function killBackground(own) {
  if (!background(own)) return;
  if (BROWSER === "firefox") await own.browser.ask("putToSleep");
  else await (await insideBackground(own)).close().catch(unlessGone);
}

/** Ends it, as the browser does when it is idle. */
export async function putToSleep(own) {
  await killBackground(own);
  await eventually(() => background(own), (found) => found === undefined);
}

/** It may have ended by itself in that very moment. */
function unlessGone(error) {
  if (!/No session with given id/.test(error.message)) throw error;
}
