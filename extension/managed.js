// What a company has set: `storage.managed`. Firefox calls it an error where
// nobody has set anything, and on Android has no such place.
import { ask } from "./ask.js";

const LIMIT = 10_000;

/** All of it. */
export const managed = Promise.resolve(chrome.storage.managed?.get()).then(
  (all) => all ?? {},
  () => ({}),
);

/** Whether Rebadge may work with the instance of a base URL: see `settings/rules.rs`. */
async function isAllowed(base) {
  const { instances } = await managed;
  if (!Array.isArray(instances)) return true;
  return instances.some((it) => typeof it === "string" && it.replace(/\/+$/, "") === base);
}

/**
 * Asks an instance before the program is up that takes up the answer. Where a
 * company does not want it nobody is asked, and nobody takes up that answer.
 */
export const askEarly = async (tabId, base, path) =>
  (await isAllowed(base)) ? ask(tabId, { base, path, limit: LIMIT }) : {};
