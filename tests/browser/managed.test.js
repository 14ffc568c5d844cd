// What a company allows: instances, and features.
import assert from "node:assert/strict";
import { noPolicies, underPolicies } from "./support/company.js";
import { signIn } from "./support/people.js";
import { clickToolbarButton } from "./support/popup.js";
import { PROJECT, scene } from "./support/scene.js";
import { eventually } from "./support/screen.js";

const test = scene();
const HOST = "https://sonarcloud.io";

/** Whether elements are to be seen, by their ids. */
const seen = (page, ids) =>
  page.evaluate((ids) => ids.map((id) => document.getElementById(id).checkVisibility()), ids);

const text = (page) => page.evaluate(() => document.body.innerText);

/** A project's page in a browser under policies, and the popup on it. */
async function openProject(visit, other) {
  await signIn(other.browser, visit.standIn, "ada");
  const page = await other.browser.newPage();
  await page.goto(`${HOST}/project/overview?id=${PROJECT}`);
  return clickToolbarButton(other, page);
}

test("an instance that is not allowed is asked nothing, and the popup says why", { skip: noPolicies }, async (visit) => {
  await underPolicies(visit, { instances: ["https://sonarqube.us"] }, async (other) => {
    const popup = await openProject(visit, other);
    await eventually(() => text(popup), (all) => all.includes("Your company has not allowed Rebadge here."));
    assert.match(await text(popup), /SonarQube Cloud US/);
    const asked = (await visit.standIn.requests()).filter((request) => !request.includes("/api/users/current"));
    assert.deepEqual(asked, []);
    const page = await other.browser.newPage();
    const query = new URLSearchParams({ base: HOST, organization: "acme-payments", tab: "1" });
    await page.goto(`${other.origin}/dashboard.html?${query}`);
    await eventually(() => text(page), (all) => all.includes("Your company has not allowed Rebadge here."));
    assert.deepEqual(await visit.standIn.requests(), asked);
  });
});

test("what a company has switched off is not there, and the rest is", { skip: noPolicies }, async (visit) => {
  const features = { showToken: false, renewToken: false };
  await underPolicies(visit, { instances: [`${HOST}/`], features }, async (other) => {
    const popup = await openProject(visit, other);
    await eventually(() => seen(popup, ["copy-token"]), ([copy]) => copy);
    await eventually(() => text(popup), (all) => all.includes("Your company has switched renewing off."));
    assert.deepEqual(await seen(popup, ["show-token", "renew", "information"]), [false, false, false]);
    assert.equal(await visit.standIn.renewals(PROJECT), 0);
  });
});
