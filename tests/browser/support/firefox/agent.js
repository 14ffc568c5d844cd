/* global ChromeUtils, Services, WebExtensionPolicy, BrowsingContext, BrowserWindowTracker, Ci, Cc */
// What runs in Firefox's own window for the tests: it knows every page, popups
// included, by the number that Firefox gives its browser, and acts on it. Sent
// there as text; everything comes and goes as JSON.

const { actions } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Actions.sys.mjs");
const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
const { setTimeout: later } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");

const pause = (milliseconds) => new Promise((done) => later(done, milliseconds));
const windows = () => [...Services.wm.getEnumerator("navigator:browser")].filter((it) => !it.closed);
const policy = () => WebExtensionPolicy.getByID("rebadge@rebadge.dev");
const SYSTEM = Services.scriptSecurityManager.getSystemPrincipal();

/** Every page there is: a tab's, a popup's, and that of the background program. */
function pages() {
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

const contextOf = (id) => {
  const context = BrowsingContext.getCurrentTopByBrowserId(id);
  if (!context || context.isDiscarded) throw new Error("the page is closed");
  return context;
};
const browserOf = (id) => contextOf(id).embedderElement;
const tabOf = (id) => {
  const browser = browserOf(id);
  return browser.ownerDocument.defaultView.gBrowser?.getTabForBrowser(browser);
};
const actorOf = (id) => contextOf(id).currentWindowGlobal.getActor("MarionetteCommands");

// ------------------------------------------------------- what has changed

const said = [];
Services.console.registerListener({
  observe(message) {
    if (!(message instanceof Ci.nsIScriptError)) return;
    const window = message.innerWindowID && WindowGlobalParentOf(message.innerWindowID);
    if (!window) return;
    const level = message.flags & Ci.nsIScriptError.warningFlag ? "warning" : "error";
    said.push({ page: window.browsingContext.top.browserId, text: `${message.category} ${level}: ${message.errorMessage} ${message.sourceName}` });
  },
});
const WindowGlobalParentOf = (id) => window.WindowGlobalParent?.getByInnerWindowId(id);

/** Waits until there is something else to say than what was said last. */
async function changes(last, heard) {
  for (;;) {
    const all = pages();
    const now = JSON.stringify(all);
    if (now !== last || said.length > heard) return { now, pages: all, said: said.slice(heard), from: heard };
    await pause(8);
  }
}

// ---------------------------------------------------------------- pages

/** Waits until a page shows another document than before, and it is loaded. */
async function arrives(id, before, { patience = 30_000 } = {}) {
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

const documentOf = (id) => contextOf(id).currentWindowGlobal?.innerWindowId;

async function go(id, url) {
  const before = documentOf(id);
  const browser = browserOf(id);
  const uri = Services.io.newURI(url);
  const hash = uri.equalsExceptRef(browser.currentURI) && uri.hasRef;
  browser.loadURI(uri, { triggeringPrincipal: SYSTEM });
  if (!hash) await arrives(id, before);
}

async function reload(id) {
  const before = documentOf(id);
  browserOf(id).reload();
  await arrives(id, before);
}

/** Waits until the window that Firefox begins with is complete. */
async function ready() {
  while (!window.gBrowserInit?.delayedStartupFinished) await pause(10);
  window.resizeTo(1_200, 900);
}

async function open({ type } = {}) {
  let browser;
  if (type === "window") {
    const window = await BrowserWindowTracker.promiseOpenWindow({});
    browser = window.gBrowser.selectedBrowser;
  } else {
    const tab = window.gBrowser.addTab("about:blank", { triggeringPrincipal: SYSTEM });
    window.gBrowser.selectedTab = tab;
    browser = tab.linkedBrowser;
  }
  while (!browser.browsingContext?.currentWindowGlobal) await pause(5);
  return browser.browsingContext.browserId;
}

async function close(id) {
  const context = BrowsingContext.getCurrentTopByBrowserId(id);
  if (!context || context.isDiscarded) return;
  POINTERS.forEach((name) => Services.prefs.clearUserPref(name));
  const browser = context.embedderElement;
  const panel = browser.closest("panel");
  const window = browser.ownerDocument.defaultView;
  if (panel) panel.hidePopup();
  else if (window.gBrowser.tabs.length === 1 && windows().length > 1) window.close();
  else window.gBrowser.removeTab(window.gBrowser.getTabForBrowser(browser), { animate: false, skipPermitUnload: true });
  for (let tries = 0; tries < 400 && pages().some((it) => it.id === id); tries += 1) await pause(5);
}

function bringToFront(id) {
  const tab = tabOf(id);
  if (!tab) return;
  tab.ownerDocument.defaultView.focus();
  tab.ownerDocument.defaultView.gBrowser.selectedTab = tab;
}

/** Presses the toolbar button in the window of a page, and waits for the popup. */
async function pressToolbarButton(id) {
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

// ---------------------------------------------------------- inside a page

const evaluate = (id, script, args) => actorOf(id).executeScript(script, args, { timeout: 3_600_000 });

/** Those of some elements that have a role and a name for assistive technology. */
async function named(id, elements, role, name) {
  const actor = actorOf(id);
  const known = await Promise.all(
    elements.map(async (element) => {
      const [itsRole, itsName] = await Promise.all([
        role === null ? null : actor.getComputedRole(element),
        name === null ? null : actor.getComputedLabel(element),
      ]).catch(() => [null, undefined]);
      const same = itsRole === role || (role === "image" && itsRole === "img") || (role === "img" && itsRole === "image")
        // A password has no role of its own.
        || (role === "textbox" && itsRole === "");
      return same && (itsName?.replaceAll(/\s+/g, " ").trim() ?? null) === name ? element : null;
    }),
  );
  return known.filter(Boolean);
}

async function focused(id) {
  const actor = actorOf(id);
  const element = await actor.getActiveElement().catch(() => null);
  if (!element) return null;
  const [role, name] = await Promise.all([actor.getComputedRole(element), actor.getComputedLabel(element)]);
  return { role, name: name ?? "", focused: true };
}

// What assistive technology is given, read in the page's own process: this one
// has a copy of it, which comes when it comes, without the names of fields.
const TREE = `
  const service = Components.classes["@mozilla.org/accessibilityService;1"].getService(Components.interfaces.nsIAccessibilityService);
  // A box's list of choices is named with its box.
  const role = (it) => (service.getStringRole(it.role) === "combobox list" ? "combobox list" : it.computedARIARole);
  const walk = (it) => ({
    role: role(it),
    // Whatever has a tooltip has it for a name here, which nobody hears of a part without a role.
    name: role(it) === "generic" ? "" : (it.name ?? ""),
    description: it.description ?? "",
    children: Array.from({ length: it.childCount }, (_, place) => it.getChildAt(place)).filter(Boolean).map(walk),
  });
  const root = service.getAccessibleFor(document);
  return root && root.childCount > 0 ? walk(root) : null;`;

/** The tree that assistive technology is given, once it stays the same. */
async function accessibleTree(id) {
  const read = () => actorOf(id).executeScript(TREE, [], { timeout: 60_000, sandboxName: "system" });
  let last;
  for (let tries = 0; tries < 400; tries += 1) {
    const tree = await read();
    if (tree && JSON.stringify(tree) === last) return tree;
    last = JSON.stringify(tree);
    await pause(25);
  }
  throw new Error("the page has no accessible tree that stays");
}

// ------------------------------------------------------------------ input

const states = new Map();

/** Counts the clicks of a multiple click whose parts come one by one, as told. */
const counting = (clicks) => ({
  count: clicks - 1,
  setClick() {
    this.count = clicks;
  },
  reset() {},
});

/** Does what keyboard or mouse do, in the words of WebDriver; `clicks` is the number of a click in a multiple one. */
async function act(id, chain, clicks) {
  const context = contextOf(id);
  const browser = context.embedderElement;
  if (browser.ownerDocument.activeElement !== browser) browser.focus();
  const state = states.get(id) ?? new actions.State();
  states.set(id, state);
  state.usual ??= state.clickTracker;
  state.clickTracker = clicks ? counting(clicks) : state.usual;
  const actor = () => actorOf(id);
  const options = {
    context,
    getElementOrigin: () => null,
    isElementOrigin: () => false,
    assertInViewPort: (target) => actor().assertInViewPort(target),
    dispatchEvent: (name, _context, details) => actor().dispatchEvent(name, details),
    getClientRects: (element) => actor().getClientRects(element),
    getInViewCentrePoint: (rect) => actor().getInViewCentrePoint(rect),
    toBrowserWindowCoordinates: (position) => actor().toBrowserWindowCoordinates(position),
  };
  const done = await actions.Chain.fromJSON(state, chain, options);
  await state.enqueueAction(() => done.dispatch(state, options));
  // A key may have closed the page that it was pressed on.
  await Promise.resolve(actor()).then((it) => it.finalizeAction()).catch(() => {});
}

/** Presses Alt, Shift and a letter in a page's window. A page in focus would be sent them, and made-up ones do not come back from there. */
function pressAltShift(id, letter) {
  const browser = browserOf(id);
  const window = browser.ownerDocument.defaultView;
  window.gURLBar.inputField.focus();
  const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  processor.beginInputTransactionForTests(window);
  const keys = [["Alt", "AltLeft", 18], ["Shift", "ShiftLeft", 16], [letter, `Key${letter}`, letter.charCodeAt(0)]]
    .map(([key, code, keyCode]) => new window.KeyboardEvent("", { key, code, keyCode }));
  for (const key of keys) processor.keydown(key);
  for (const key of keys.toReversed()) processor.keyup(key);
  browser.focus();
}

// ---------------------------------------------------------- the browser's own

const cookieOf = (it) => ({ name: it.name, value: it.value, domain: it.host.replace(/^\./, ""), path: it.path });

function setCookies(cookies) {
  for (const { name, value, domain, path = "/", secure = false, httpOnly = false, expires } of cookies) {
    Services.cookies.add(
      domain, path, name, value, secure, httpOnly, false, Math.round(expires * 1_000), {},
      Ci.nsICookie.SAMESITE_LAX, secure ? Ci.nsICookie.SCHEME_HTTPS : Ci.nsICookie.SCHEME_UNSET,
    );
  }
}

function deleteCookies(cookies) {
  for (const { name, domain, path } of cookies) Services.cookies.remove(domain, name, path, {});
}

function emulate(id, features) {
  const context = contextOf(id);
  const said = Object.fromEntries(features.map(({ name, value }) => [name, value]));
  context.prefersColorSchemeOverride = said["prefers-color-scheme"] ?? "none";
  // As in Chromium's tests, forced colours stay whatever else changes.
  if ("forced-colors" in said) context.forcedColorsOverride = said["forced-colors"];
  Services.prefs.setIntPref("ui.prefersReducedMotion", said["prefers-reduced-motion"] === "reduce" ? 1 : 0);
}

// A finger is coarse (1), and hovers over nothing; a mouse is fine, and does.
const POINTERS = ["ui.primaryPointerCapabilities", "ui.allPointerCapabilities"];

// Only a style sheet's word is stronger than the size that a popup asks for.
const HELD = "data-size-held";
const sheets = new Set();

/** Has a browser take no other size than one. */
function hold(browser, { width, height }) {
  const size = `${width}x${height}`;
  const { windowUtils } = browser.ownerDocument.defaultView;
  const rules = Object.entries({ width, height })
    .flatMap(([side, length]) => ["", "min-", "max-"].map((limit) => `${limit}${side}: ${length}px !important`));
  const sheet = `data:text/css,${encodeURIComponent(`[${HELD}="${size}"] { ${rules.join("; ")} }`)}`;
  const known = `${windowUtils.outerWindowID} ${sheet}`;
  if (!sheets.has(known)) windowUtils.loadSheetUsingURIString(sheet, windowUtils.AUTHOR_SHEET);
  sheets.add(known);
  browser.setAttribute(HELD, size);
}

async function setViewport(id, viewport) {
  const browser = browserOf(id);
  for (const name of POINTERS) {
    if (viewport?.hasTouch) Services.prefs.setIntPref(name, 1);
    else Services.prefs.clearUserPref(name);
  }
  if (viewport) hold(browser, viewport);
  else browser.removeAttribute(HELD);
  if (browser.closest("panel")) {
    // A popup measures itself whenever it changes, as if it had all the room that it was told of.
    const { width: maxWidth, height: maxHeight } = viewport ?? { width: 800, height: 600 };
    browser.messageManager.sendAsyncMessage("Extension:InitBrowser", { maxWidth, maxHeight });
    await evaluate(id, "for (let times = 0; times < 2; times += 1) document.documentElement.toggleAttribute('data-measured')", []);
  }
  const taken = () => evaluate(id, "return innerWidth === arguments[0] && innerHeight === arguments[1]", [viewport.width, viewport.height]);
  for (let tries = 0; viewport && tries < 200 && !(await taken()); tries += 1) await pause(10);
}

async function screenshot(id) {
  const context = contextOf(id);
  const bitmap = await context.currentWindowGlobal.drawSnapshot(null, 1, "white");
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1];
}

function clipboardText() {
  const transferable = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor("text/plain");
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const data = {};
  try {
    transferable.getTransferData("text/plain", data);
  } catch {
    return "";
  }
  return data.value.QueryInterface(Ci.nsISupportsString).data;
}

/** Puts a text on the clipboard. */
function setClipboardText(text) {
  Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(text);
}

/** Chooses files in a field of the page, as its chooser would. */
const chooseFiles = (id, field, paths) => actorOf(id).sendKeysToElement(field, paths.join("\n"), { toJSON: () => ({}) });

globalThis.agent = {
  chooseFiles,
  ready, changes, arrives, documentOf, go, reload, open, close, bringToFront, pressToolbarButton, evaluate, named, focused,
  accessibleTree, act, pressAltShift, setCookies, deleteCookies, emulate, setViewport, screenshot, clipboardText, setClipboardText,
  processOf: (id) => contextOf(id).currentWindowGlobal.osPid,
  promptForPermissions: (prompt) => Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", prompt),
  revokeSite: (site) => ExtensionPermissions.remove(policy().id, { permissions: [], origins: [site] }, policy().extension),
  cookies: () => Services.cookies.cookies.map(cookieOf),
  setOffline: (id, offline) => { contextOf(id).forceOffline = offline; },
  setPref: (name, value) => (typeof value === "string" ? Services.prefs.setStringPref(name, value) : Services.prefs.setIntPref(name, value)),
};
