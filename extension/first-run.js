// Opens the welcome page after the first install, and at no other time.

/**
 * To be called when the browser tells of an install or an update. Who has an
 * administrator has not installed anything, and is not welcomed by a tab; who
 * loads an unpacked folder is at work on something else: the tab opens behind.
 */
export async function welcome({ reason }) {
  if (reason !== "install") return;
  // It takes no permission to ask about oneself.
  const { installType } = (await chrome.management?.getSelf?.().catch(() => undefined)) ?? {};
  if (installType === "admin") return;
  await chrome.tabs.create({ url: chrome.runtime.getURL("welcome.html"), active: installType !== "development" });
}
