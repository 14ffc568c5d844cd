/* global Cc, ChromeUtils, Ci, Services */
// What is the browser's own: cookies, clipboard, settings, the extension.
import { contextOf, policy } from "./pages.js";

const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");

const cookieOf = (it) => ({ name: it.name, value: it.value, domain: it.host.replace(/^\./, ""), path: it.path });

export const cookies = () => Services.cookies.cookies.map(cookieOf);

export function setCookies(cookies) {
  for (const { name, value, domain, path = "/", secure = false, httpOnly = false, expires } of cookies) {
    Services.cookies.add(
      domain, path, name, value, secure, httpOnly, false, Math.round(expires * 1_000), {},
      Ci.nsICookie.SAMESITE_LAX, secure ? Ci.nsICookie.SCHEME_HTTPS : Ci.nsICookie.SCHEME_UNSET,
    );
  }
}

export function deleteCookies(cookies) {
  for (const { name, domain, path } of cookies) Services.cookies.remove(domain, name, path, {});
}

export function clipboardText() {
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
export function setClipboardText(text) {
  Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(text);
}

export function setOffline(id, offline) {
  contextOf(id).forceOffline = offline;
}

export function setPref(name, value) {
  if (typeof value === "string") Services.prefs.setStringPref(name, value);
  else Services.prefs.setIntPref(name, value);
}

export const processOf = (id) => contextOf(id).currentWindowGlobal.osPid;

/** Ends the background program, as Firefox does when it is idle. */
export const putToSleep = () => policy().extension.terminateBackground({ disableResetIdleForTest: true });

/** Whether somebody is asked about permissions; where not, they are granted. */
export const promptForPermissions = (prompt) => Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", prompt);

export const revokeSite = (site) =>
  ExtensionPermissions.remove(policy().id, { permissions: [], origins: [site] }, policy().extension);
