// Renewing a badge token with a session that the host refuses, or that has ended.
import assert from "node:assert/strict";
import { signIn } from "./support/people.js";
import { complaint, isRenewed, openReady, reopen, serverDid, spoilRenewal } from "./support/renewal.js";
import { PROJECT, scene } from "./support/scene.js";
import { press, pressAway } from "./support/screen.js";

const test = scene();

const SESSION =
  "SonarQube refused this page's session. Reload the page and try again. If that does not help, sign out and in.";

test("401 while signed in: the session was refused, and reloading the page helps", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 401 });
  await press(popup, "Renew token");
  assert.deepEqual(await complaint(popup, `Not renewed. ${SESSION}`), { name: "Reload the page", enabled: true });
  await serverDid(visit, 0, 1);

  await reloadsThePage(visit, popup);
  const again = await reopen(visit);
  await press(again, "Renew token");
  await isRenewed(visit, again);
  await serverDid(visit, 1, 2);
});

async function reloadsThePage(visit, popup) {
  const reloaded = visit.page.waitForNavigation();
  const closed = new Promise((done) => popup.once("close", done));
  await pressAway(popup, "Reload the page");
  await Promise.all([reloaded, closed]);
}

for (const [name, cookie] of [
  ["is missing", "XSRF-TOKEN=; Max-Age=0; Path=/"],
  ["is another's", "XSRF-TOKEN=0123456789abcdef; Path=/"],
]) {
  test(`the XSRF cookie ${name}: the session was refused, and a good one helps`, {}, async (visit) => {
    const popup = await openReady(visit);
    await visit.page.evaluate((text) => {
      document.cookie = text;
    }, cookie);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `Not renewed. ${SESSION}`), { name: "Reload the page", enabled: true });
    await serverDid(visit, 0, 1);

    await reloadsThePage(visit, popup);
    await signIn(visit.browser, visit.standIn, "ada");
    const again = await reopen(visit);
    await press(again, "Renew token");
    await isRenewed(visit, again);
    await serverDid(visit, 1, 2);
  });
}

test("signed out since: it says so, and signing in helps", {}, async (visit) => {
  const popup = await openReady(visit);
  await visit.standIn.signEveryoneOut();
  await press(popup, "Renew token");
  assert.deepEqual(
    await complaint(
      popup,
      "Not renewed. You are not signed in to SonarQube. Sign in, then click the toolbar button again.",
    ),
    { name: "Sign in", enabled: true },
  );
  await serverDid(visit, 0, 1);

  const { page } = visit;
  await Promise.all([page.waitForSelector("[name=login]"), pressAway(popup, "Sign in")]);
  await page.type("[name=login]", "ada");
  await page.type("[name=password]", "ada-password");
  await Promise.all([page.waitForNavigation(), page.click("form button")]);
  assert.equal(new URL(page.url()).searchParams.get("id"), PROJECT, "and it leads back to the project");
  const again = await reopen(visit);
  await press(again, "Renew token");
  await isRenewed(visit, again);
  await serverDid(visit, 1, 2);
});
