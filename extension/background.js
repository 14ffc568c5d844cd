// Listens for whatever may change the number of due tokens, and has it counted;
// for keyboard commands; and for being installed and updated. All listeners are
// there at once, since the browser wakes this script for them.
import { command } from "./command.js";
import { welcome } from "./first-run.js";
import init, { count, open } from "./wasm/background.js";

// Records that the number depends on, and the settings.
const COUNTS = /^(ledger |roster |policy |settings$)/;

// For how many milliseconds records have to be left alone, and how long a
// rotation that writes without end is waited for at most.
const QUIET = 1_000;
const LONGEST = 10_000;

let program;
let counting = Promise.resolve();
let first;
let timer;

chrome.runtime.onInstalled.addListener((details) => {
  // Records of another version are seen to before anybody reads them.
  afterOthers(open);
  countNow();
  welcome(details);
});
// Firefox for Android knows no keys.
chrome.commands?.onCommand.addListener(command);
chrome.runtime.onStartup.addListener(countNow);
chrome.alarms.onAlarm.addListener(countNow);
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "managed" || (area === "local" && Object.keys(changes).some((name) => COUNTS.test(name)))) {
    countSoon();
  }
});
// Notifications are there once they are allowed.
listenToNotifications();
chrome.permissions.onAdded.addListener(() => {
  listenToNotifications();
  countNow();
});

/** One count after the other: a slow one must not overwrite a later one's number. */
function countNow() {
  afterOthers(count);
}

function afterOthers(work) {
  counting = counting
    .then(() => (program ??= init({ module_or_path: "wasm/background_bg.wasm" })))
    .then(work)
    .catch((error) => console.error(error));
}

/** A rotation of 500 projects writes 500 records: they are counted together. */
function countSoon() {
  first ??= Date.now();
  clearTimeout(timer);
  timer = setTimeout(() => {
    first = undefined;
    countNow();
  }, Math.min(QUIET, first + LONGEST - Date.now()));
}

function listenToNotifications() {
  const clicked = chrome.notifications?.onClicked;
  if (clicked && !clicked.hasListener(openDashboard)) clicked.addListener(openDashboard);
}

function openDashboard(notification) {
  chrome.tabs.create({ url: chrome.runtime.getURL("dashboard.html") });
  chrome.notifications.clear(notification);
}
