// A profile for Firefox: its preferences, in a folder that is gone afterwards.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The extension's id, from the manifest, and the one that its addresses have in tests. */
export const ADDON = "rebadge@rebadge.dev";
export const UUID = "5eba49e0-0000-4000-8000-5eba49e00000";

const HOSTS = ["sonarcloud.io", "sonarqube.us", "other.example"];

const preferences = (port) => ({
  // Three hosts are the stand-in's, and no other is found.
  "network.dns.localDomains": HOSTS.join(","),
  "network.socket.forcePort": `443=${port}`,
  "network.proxy.type": 0,
  "network.dns.disablePrefetch": true,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
  // What was stored outlives a Firefox that is killed, and its temporary add-on.
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
  // Firefox would send a GET whose connection dies up to ten times by itself.
  "network.http.request.max-attempts": 1,
  "marionette.port": 0,
  // Events reach a popup, which is a window of its own, only in its own process.
  "remote.events.async.enabled": false,
  "devtools.console.stdout.content": true,
  "intl.locale.requested": "en-US",
  "intl.accept_languages": "en-US, en",
  "browser.download.alwaysOpenPanel": false,
  "browser.download.manager.addToRecentDocs": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.tabs.warnOnClose": false,
  "browser.newtabpage.enabled": false,
  "browser.sessionstore.resume_from_crash": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "toolkit.startup.max_resumed_crashes": -1,
  "app.update.disabledForTesting": true,
  "focusmanager.testmode": true,
});

/** Makes a profile for a stand-in's port in a folder, or in a new one of `/tmp`. */
export async function makeProfile(port, folder) {
  const path = folder ?? (await mkdtemp(join(tmpdir(), "rebadge-firefox-")));
  const lines = Object.entries(preferences(port)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(path, "user.js"), lines.join(""));
  await rm(join(path, "MarionetteActivePort"), { force: true });
  return { path, own: folder === undefined };
}

/** The port on which the Firefox of a profile can be controlled, once it says so. */
export async function portOf({ path }, isGone) {
  for (let tries = 0; tries < 1_500; tries += 1) {
    const text = await readFile(join(path, "MarionetteActivePort"), "utf8").catch(() => "");
    if (text.trim() !== "") return Number(text);
    if (isGone()) break;
    await pause(20);
  }
  throw new Error("Firefox did not start");
}

/** Takes a profile away, unless it is somebody else's folder. */
export async function dropProfile({ path, own }) {
  if (own) await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
