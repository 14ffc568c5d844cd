/* global BrowsingContext, ChromeUtils, Services */
// What is done to pages from outside: opened, led, shown, closed.
import { browserOf, contextOf, documentOf, pages, pause, policy, tabOf, windows } from "./pages.js";
import { forgetPointers } from "./screen.js";

const { BrowserWindowTracker } = ChromeUtils.importESModule("resource:///modules/BrowserWindowTracker.sys.mjs");
const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
const SYSTEM = Services.scriptSecurityManager.getSystemPrincipal();
const firstWindow = () => windows()[0];

/** Waits until a page shows another document than before, and it is loaded. */
export async function arrives(id, before, { patience = 30_000 } = {}) {
  for (const end = Date.now() + patience; Date.now() < end; await pause(5)) {
    const context = contextOf(id);
    const global = context.currentWindowGlobal;
    if (!global || global.innerWindowId === before || global.isInitialDocument) continue;
    if (context.webProgress?.isLoadingDocument) continue;
    const { spec } = global.documentURI;
    if (spec.startsWith("about:neterror") || spec.startsWith("about:certerror")) {
      throw new Error(`net::ERR: ${new URLSearchParams(spec.split("?")[1]).get("e")}`);
    }
    return spec;
  }
  throw new Error("Navigation timeout");
}

export async function go(id, url) {
  const before = documentOf(id);
  const browser = browserOf(id);
  const uri = Services.io.newURI(url);
  const hash = uri.equalsExceptRef(browser.currentURI) && uri.hasRef;
  browser.loadURI(uri, { triggeringPrincipal: SYSTEM });
  if (!hash) await arrives(id, before);
}

export async function reload(id) {
  const before = documentOf(id);
  browserOf(id).reload();
  await arrives(id, before);
}

/** Waits until the window that Firefox begins with is complete. */
export async function ready() {
  const window = firstWindow();
  while (!window.gBrowserInit?.delayedStartupFinished) await pause(10);
  window.resizeTo(1_200, 900);
}

export async function open({ type } = {}) {
  let browser;
  if (type === "window") {
    const window = await BrowserWindowTracker.promiseOpenWindow({});
    browser = window.gBrowser.selectedBrowser;
  } else {
    const window = firstWindow();
    const tab = window.gBrowser.addTab("about:blank", { triggeringPrincipal: SYSTEM });
    window.gBrowser.selectedTab = tab;
    browser = tab.linkedBrowser;
  }
  while (!browser.browsingContext?.currentWindowGlobal) await pause(5);
  return browser.browsingContext.browserId;
}

export async function close(id) {
  const context = BrowsingContext.getCurrentTopByBrowserId(id);
  if (!context || context.isDiscarded) return;
  forgetPointers();
  const browser = context.embedderElement;
  const panel = browser.closest("panel");
  const window = browser.ownerDocument.defaultView;
  if (panel) panel.hidePopup();
  else if (window.gBrowser.tabs.length === 1 && windows().length > 1) window.close();
  else window.gBrowser.removeTab(window.gBrowser.getTabForBrowser(browser), { animate: false, skipPermitUnload: true });
  for (let tries = 0; tries < 400 && pages().some((it) => it.id === id); tries += 1) await pause(5);
}

export function bringToFront(id) {
  const tab = tabOf(id);
  if (!tab) return;
  tab.ownerDocument.defaultView.focus();
  tab.ownerDocument.defaultView.gBrowser.selectedTab = tab;
}

/** Presses the toolbar button in the window of a page, and waits for the popup. */
export async function pressToolbarButton(id) {
  const window = browserOf(id).ownerDocument.defaultView;
  const before = new Set(pages().map((it) => it.id));
  const action = ExtensionParent.apiManager.global.browserActionFor(policy().extension);
  await action.openPopup(window, false);
  for (let tries = 0; tries < 2_000; tries += 1) {
    const popup = pages().find((it) => it.type === "popup" && !before.has(it.id));
    if (popup) return popup.id;
    await pause(5);
  }
  throw new Error("no popup opened");
}
