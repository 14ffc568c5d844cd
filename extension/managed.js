// What a company has set: `storage.managed`. Firefox calls it an error where
// nobody has set anything, and on Android has no such place.

/** All of it. */
export const managed = Promise.resolve(chrome.storage.managed?.get()).then(
  (all) => all ?? {},
  () => ({}),
);

/** Whether Rebadge may work with the instance of a base URL: see `settings/rules.rs`. */
export async function isAllowed(base) {
  const { instances } = await managed;
  if (!Array.isArray(instances)) return true;
  return instances.some((it) => typeof it === "string" && it.replace(/\/+$/, "") === base);
}
