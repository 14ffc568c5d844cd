// What becomes of the popup, or of a rotation's page, while a spoilt request is
// under way. A person's view ends with some of these and goes on with others.
import { BROWSER, closePage } from "../browser/support/browser.js";
import { killBackground } from "../browser/support/background.js";
import { eventually } from "../browser/support/screen.js";

/** `strike` does it, to a seat and the page of ours that is open; `watches` says whether that page stays. */
export const ENDS = [
  { name: "popup stays", watches: true, undisturbed: true, strike: async () => {} },
  { name: "popup closed", strike: (seat, ours) => closePage(ours) },
  {
    name: "tab navigated",
    watches: true,
    strike: (seat) => seat.visit.page.goto("https://other.example/").catch(() => {}),
  },
  { name: "tab closed", strike: closeTab, watches: "rotation" },
  { name: "worker killed", watches: true, undisturbed: true, strike: (seat) => killBackground(seat.visit.chromium) },
  { name: "browser killed", strike: (seat) => seat.killBrowser() },
];

/** Whether the page of ours is there afterwards: a popup goes with its tab, a page in a tab of its own does not. */
export const isWatched = (end, job) => end.watches === true || end.watches === job;

/** Whether neither the page of ours nor its way to the host is gone afterwards. */
export const isUndisturbed = (end) => end.undisturbed === true;

async function closeTab(seat, ours, job) {
  await closePage(seat.visit.page);
  seat.visit.page = undefined;
  if (job !== "main") return;
  // Firefox closes a popup when a person goes elsewhere, and not with its tab.
  if (BROWSER === "firefox") await closePage(ours);
  await eventually(
    () => ours.isClosed(),
    (closed) => closed,
  );
}
