/* global BrowsingContext, ChromeUtils, Services, WebExtensionPolicy */
// Every page there is, popups included, by the number that Firefox gives its
// browser; and what Firefox has behind that number.

const { setTimeout: later } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");

export const pause = (milliseconds) => new Promise((done) => later(done, milliseconds));

export const windows = () => [...Services.wm.getEnumerator("navigator:browser")].filter((it) => !it.closed);

export const policy = () => WebExtensionPolicy.getByID("rebadge@rebadge.dev");

/** Every page there is: a tab's, a popup's, and that of the background program. */
export function pages() {
  const all = [];
  const add = (browser, type) => {
    const context = browser.browsingContext;
    if (!context || context.isDiscarded) return;
    const url = context.currentWindowGlobal?.documentURI?.spec ?? "about:blank";
    if (type === "popup" && !url.startsWith("moz-extension:")) return;
    all.push({ id: context.browserId, url: url.replace(/^about:neterror.*[?&]u=([^&]*).*/, (_, it) => decodeURIComponent(it)), type });
  };
  for (const window of windows()) {
    for (const tab of window.gBrowser.tabs) if (!tab.closing) add(tab.linkedBrowser, "page");
    for (const popup of window.document.querySelectorAll(".webextension-popup-browser")) {
      if (popup.closest("panel")?.state === "open") add(popup, "popup");
    }
  }
  for (const view of policy()?.extension?.views ?? []) {
    if (view.viewType === "background" && view.xulBrowser) add(view.xulBrowser, "background_page");
  }
  return all;
}

export const contextOf = (id) => {
  const context = BrowsingContext.getCurrentTopByBrowserId(id);
  if (!context || context.isDiscarded) throw new Error("the page is closed");
  return context;
};

export const browserOf = (id) => contextOf(id).embedderElement;

export const tabOf = (id) => {
  const browser = browserOf(id);
  return browser.ownerDocument.defaultView.gBrowser?.getTabForBrowser(browser);
};

export const actorOf = (id) => contextOf(id).currentWindowGlobal.getActor("MarionetteCommands");

export const documentOf = (id) => contextOf(id).currentWindowGlobal?.innerWindowId;
