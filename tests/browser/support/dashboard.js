// The dashboard as a person gets to it: from the popup's "All projects" on a
// page of the organization.
import { eventually, pressAway } from "./screen.js";
import { watch } from "./watch.js";

const seen = new WeakSet();

/**
 * Opens the dashboard of an organization in a new tab, and waits until all its
 * projects are listed; `listed: false` does not wait.
 */
export async function openDashboard(visit, { organization = "acme-payments", listed = true } = {}) {
  const popup = await visit.open(`/organizations/${organization}/projects`);
  const page = await opensDashboard(visit, () => pressAway(popup, "All projects"));
  if (listed) await isListed(page);
  return page;
}

/** The dashboard that an act opens in a new tab. */
export async function opensDashboard(visit, act) {
  const opened = visit.browser.waitForTarget(
    (target) => target.url().startsWith(`${visit.origin}/dashboard.html?`) && !seen.has(target),
    { timeout: 15_000 },
  );
  await act();
  const target = await opened;
  seen.add(target);
  const page = await target.asPage();
  page.setDefaultTimeout(15_000);
  visit.popup = page;
  visit.heard = await watch(page);
  await page.bringToFront();
  return page;
}

/** Waits until the list is complete, and what is stored has been looked up. (A tab that was just opened may be about to go to its page.) */
export const isListed = (page, { patience = 20_000 } = {}) =>
  eventually(
    () => page.evaluate(() => document.querySelector("[role=grid]")?.ariaBusy).catch(() => undefined),
    (busy) => busy === "false",
    { patience },
  );
