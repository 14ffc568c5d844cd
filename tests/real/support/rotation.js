// All projects of a real server on the dashboard: listed, rotated together,
// written down.
import assert from "node:assert/strict";
import { isListed } from "../../browser/support/dashboard.js";
import { PROJECT } from "../../browser/support/scene.js";
import { announces, byRole, eventually, press, pressAway, reads, words } from "../../browser/support/screen.js";

const OTHER = "acme-payments_checkout-ui";

/** Declares what holds wherever a server's projects are listed on that page. */
export function rotates(who, projectsPage, test) {

  /** Opens the dashboard from the popup on the page of all projects. */
  async function openDashboard(visit) {
    const popup = await visit.open(projectsPage);
    const opened = visit.browser.waitForTarget((target) => target.url().includes("/dashboard.html?"));
    await pressAway(popup, "All projects");
    const dashboard = await (await opened).asPage();
    dashboard.setDefaultTimeout(15_000);
    // Rows find their order once the ages of tokens are known.
    await isListed(dashboard);
    return dashboard;
  }

  test(`${who}: two projects are rotated, and the record says who did it`, {}, async (visit) => {
    const dashboard = await openDashboard(visit);
    const before = [await visit.standIn.token(PROJECT), await visit.standIn.token(OTHER)];
    for (const name of ["Payments Service", "Checkout UI"]) {
      await (await byRole(dashboard, "checkbox", name)).click();
    }
    await press(dashboard, "Rotate 2 selected");
    await press(dashboard, "Renew 2 tokens");
    await announces(dashboard, "The rotation is finished.");
    await reads(dashboard, "2 of 2 · 2 renewed");
    const after = [await visit.standIn.token(PROJECT), await visit.standIn.token(OTHER)];
    for (const [place, old] of before.entries()) assert.ok(after[place] !== old, "there is a new token");
    await press(dashboard, "Record");
    await eventually(() => words(dashboard), (all) => assert.equal(all.match(/Renewed\s+ada/g)?.length, 2, all));
  });

  test(`${who}: bo, who may only browse, sees the projects and rotates none`, { as: "bo" }, async (visit) => {
    const dashboard = await openDashboard(visit);
    await (await byRole(dashboard, "checkbox", "Payments Service")).click();
    await reads(dashboard, "Needs Administer");
    await press(dashboard, "Rotate 1 selected");
    await reads(dashboard, "None of these tokens can be renewed.");
    await reads(dashboard, "1 project is left out: you do not administer it.");
  });
}
