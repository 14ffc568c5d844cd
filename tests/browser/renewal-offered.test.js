// Renewing a badge token: who may, and where a host offers it.
import assert from "node:assert/strict";
import { age, intent, openReady, opensInformation, serverDid, showsTheRealToken } from "./support/renewal.js";
import { scene } from "./support/scene.js";
import { alerts, announces, enabled, eventually, isEnabled, press, words } from "./support/screen.js";

const test = scene();

test("who may only browse cannot press Renew, and reads why", { as: "bo" }, async (visit) => {
  const popup = await openReady(visit);
  assert.equal(await isEnabled(popup, "Renew token"), false);
  const renew = await popup.$("#renew");
  const described = await renew.evaluate((it) => document.getElementById(it.getAttribute("aria-describedby")).innerText);
  assert.equal(described, "Renewing takes the Administer permission on this project.");
  await renew.evaluate((it) => it.click());
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 0);
});

test("an administrator without Browse renews a token that they may not read", { as: "cy" }, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Renew token");
  await press(popup, "Renew token");
  await announces(popup, "Token renewed. Your account may not read the new one: someone who may browse the project can.");
  assert.equal(await popup.$eval("#status", (it) => it.checkVisibility()), true, "it can be read");
  assert.equal(await age(popup), "Renewed now");
  await serverDid(visit, 1);
  assert.equal(await intent(visit), undefined);
});

test("who may do nothing is told so, and told after Renew that nothing happened", { as: "dee" }, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Renew token");
  assert.match(await alerts(popup), /^You may not see this project\./);
  await press(popup, "Renew token");
  await popup.waitForFunction(() => /Not renewed/.test(document.body.innerText));
  assert.match(await alerts(popup), /Not renewed\. You may not renew this token\. Ask someone who administers the project\.$/);
  await serverDid(visit, 0, 1);
  assert.equal(await intent(visit), undefined);
});

for (const [profile, why] of [
  ["CloudTokenInNavigation", "SonarQube offers no renewal here."],
  ["CloudNeither", "SonarQube hands out no token here, so the Markdown lacks it. Its own page may show it."],
]) {
  test(`${profile}: renewal is not offered, the host's own page is`, { profile }, async (visit) => {
    const popup = await visit.openProject();
    await enabled(popup, "Project information");
    assert.equal(await popup.$eval("#renew", (it) => it.checkVisibility()), false);
    assert.equal(await popup.$eval("#token-note", (it) => it.innerText), why);
    if (profile === "CloudTokenInNavigation") await showsTheRealToken(visit, popup);
    else assert.match(await words(popup), /not handed out by this host/);
    await opensInformation(visit, popup);
    await serverDid(visit, 0);
  });
}

test("CloudTokenWithoutRenewal: a click finds out that it is not offered", { profile: "CloudTokenWithoutRenewal" }, async (visit) => {
  const popup = await openReady(visit);
  await press(popup, "Renew token");
  await eventually(
    () => alerts(popup),
    (said) =>
      assert.equal(said, "Not renewed. This host does not offer it to extensions. The project information page may show it."),
  );
  assert.equal(await popup.$eval("#renew", (it) => it.checkVisibility()), false);
  assert.equal(await intent(visit), undefined);
  await showsTheRealToken(visit, popup);
  await opensInformation(visit, popup);
  await serverDid(visit, 0, 1);
});
