// What a company has set: `storage.managed`. Firefox calls it an error where
// nobody has set anything.

/** All of it. */
export const managed = chrome.storage.managed.get().catch(() => ({}));

/** Whether Rebadge may work with the instance of a base URL: see `settings/rules.rs`. */
export async function isAllowed(base) {
  const { instances } = await managed;
  if (!Array.isArray(instances)) return true;
  return instances.some((it) => typeof it === "string" && it.replace(/\/+$/, "") === base);
}
