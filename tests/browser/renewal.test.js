// Renewing a badge token, as long as the host answers: once a click, whatever
// the person does with mouse, keyboard, popup, tab and window meanwhile.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import { alerts, announces, clipboard, enabled, eventually, focused, isEnabled, press, status, words } from "./support/screen.js";
import {
  age,
  aMoment,
  arrived,
  entry,
  intent,
  isRenewed,
  letPass,
  markdown,
  openReady,
  opensInformation,
  posts,
  pressAnew,
  remembered,
  RENEWED,
  reopen,
  serverDid,
  shownFor,
  showsTheRealToken,
  spoilRenewal,
} from "./support/renewal.js";

const test = scene();

test("a click renews exactly once, and the new Markdown can be copied", {}, async (visit) => {
  const popup = await openReady(visit);
  const old = await visit.standIn.token(PROJECT);
  assert.equal(await age(popup), "First seen now");
  assert.match(await shownFor(visit, old), /passed/);

  await press(popup, "Renew token");

  const token = await isRenewed(visit, popup);
  assert.notEqual(token, old);
  assert.equal(await age(popup), "Renewed now");
  assert.match(await shownFor(visit, old), /Project not found/);
  assert.match(await shownFor(visit, token), /passed/);
  await serverDid(visit, 1);
  assert.deepEqual(visit.heard, []);
});

test("the masked token and the picture follow the new token", {}, async (visit) => {
  const popup = await openReady(visit);
  await popup.waitForSelector("#pictures img");
  const before = (await visit.standIn.requests()).length;
  await press(popup, "Renew token");
  await announces(popup, RENEWED);
  await popup.waitForSelector("#pictures img");
  const [post, read, ...others] = (await visit.standIn.requests()).slice(before);
  assert.deepEqual([post, read], ["POST /api/project_badges/renew_token", "GET /api/project_badges/token"]);
  // Side by side: the picture, and who did it, for the record.
  assert.deepEqual(others.toSorted(), ["GET /api/project_badges/measure", "GET /api/users/current"]);
  await showsTheRealToken(visit, popup);
});

test("while it renews it says so, and cannot be pressed again", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 700 });
  await press(popup, "Renew token");
  await announces(popup, "Renewing the token…");
  assert.equal(await isEnabled(popup, "Renew token"), false);
  assert.equal(await focused(popup), "Renew token", "the keyboard keeps its place");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
  assert.equal(await isEnabled(popup, "Renew token"), true);
});

test("a second click, later, is a second renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  await press(popup, "Renew token");
  const first = await isRenewed(visit, popup);
  await pressAnew(popup, "Renew token");
  const second = await isRenewed(visit, popup);
  assert.notEqual(second, first);
  await serverDid(visit, 2);
});

for (const [clicks, name] of [
  [2, "double"],
  [3, "triple"],
]) {
  test(`a ${name} click is one renewal`, {}, async (visit) => {
    const popup = await openReady(visit);
    const renew = await enabled(popup, "Renew token");
    await renew.click({ count: clicks });
    await isRenewed(visit, popup);
    await serverDid(visit, 1);
  });

  test(`a ${name} click is one renewal when the first click is done before the last`, {}, async (visit) => {
    const popup = await openReady(visit);
    await slowClicks(popup, await enabled(popup, "Renew token"), clicks);
    // Whatever a further click began would have been asked by now.
    await showsTheRealToken(visit, popup);
    await serverDid(visit, 1);
  });
}

test("the slowest double click is one renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  await slowClicks(popup, await enabled(popup, "Renew token"), 2, () => aMoment());
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

test("the slowest double click on Try again is one renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "drop" });
  await press(popup, "Renew token");
  const again = await enabled(popup, "Try again");
  await aMoment();
  await slowClicks(popup, again, 2, () => aMoment());
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1, 2);
});

/** Clicks of one multiple click, each but the first once the renewal is done. */
async function slowClicks(popup, button, clicks, between = () => {}) {
  const { x, y } = await button.clickablePoint();
  await popup.mouse.move(x, y);
  for (let clickCount = 1; clickCount <= clicks; clickCount += 1) {
    await popup.mouse.down({ clickCount });
    await popup.mouse.up({ clickCount });
    await announces(popup, RENEWED);
    await between();
  }
}

test("Enter on the button renews once, and puts the focus on Copy", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  await popup.keyboard.press("Enter");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("Space on the button renews once", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  await popup.keyboard.press("Space");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("the keyboard alone gets from opening to renewing to copying", {}, async (visit) => {
  const popup = await openReady(visit);
  assert.equal(await focused(popup), "Copy Markdown");
  for (let steps = 0; (await focused(popup)) !== "Renew token"; steps += 1) {
    assert.ok(steps < 10, "Renew token is few Tabs away");
    await popup.keyboard.press("Tab");
  }
  await popup.keyboard.press("Enter");
  await announces(popup, RENEWED);
  await popup.keyboard.press("Enter");
  await announces(popup, "Markdown copied.");
  assert.equal(await clipboard(popup), markdown(await visit.standIn.token(PROJECT)));
  await serverDid(visit, 1);
});

test("Enter that is held down renews once", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  for (let repeats = 0; repeats < 30; repeats += 1) await popup.keyboard.down("Enter");
  await popup.keyboard.up("Enter");
  await eventually(
    () => age(popup),
    (said) => assert.match(said, /^Renewed /),
  );
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

test("Enter and a click at once are one renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  await spoilRenewal(visit, { kind: "delay", ms: 300 });
  await Promise.all([popup.keyboard.press("Enter"), renew.click()]);
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("Enter elsewhere copies, and never renews", {}, async (visit) => {
  const popup = await openReady(visit);
  await popup.evaluate(() => document.activeElement.blur());
  await popup.keyboard.press("Enter");
  await announces(popup, "Markdown copied.");
  assert.equal(await posts(visit), 0);
});

test("opening the popup renews nothing, however often", {}, async (visit) => {
  await openReady(visit);
  for (let times = 0; times < 3; times += 1) {
    await visit.popup.close();
    await reopen(visit);
  }
  assert.equal(await status(visit.popup), "");
  assert.equal(await posts(visit), 0);
});

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

test("storage holds fingerprints and times only, before, during and after a renewal", {}, async (visit) => {
  const FINGERPRINT = /^[0-9a-f]{32}$/;
  const popup = await openReady(visit);
  const old = await visit.standIn.token(PROJECT);
  assert.deepEqual(Object.keys(await remembered(visit)).sort(), [
    `ledger https://sonarcloud.io ${PROJECT}`,
    "salt",
  ]);

  await spoilRenewal(visit, { kind: "delay", ms: 600 });
  const clicked = Date.now();
  await press(popup, "Renew token");
  await arrived(visit, 1);
  const { old: fingerprint, known, accepted, at, ...rest } = await intent(visit);
  assert.match(fingerprint, FINGERPRINT);
  assert.equal(known, fingerprint);
  assert.equal(accepted, false);
  assert.ok(at >= clicked && at <= Date.now());
  assert.deepEqual(rest, {});
  const during = JSON.stringify(await remembered(visit));

  await isRenewed(visit, popup);
  const token = await visit.standIn.token(PROJECT);
  const { token: noted, seen, renewed, changed, ...more } = await entry(visit);
  assert.match(noted, FINGERPRINT);
  assert.notEqual(noted, fingerprint);
  for (const moment of [seen, renewed]) assert.ok(moment >= clicked && moment <= Date.now());
  assert.equal(changed, false);
  assert.deepEqual(more, {});

  const everywhere = await visit.backRoom.evaluate(async () => {
    const { local, session, sync } = chrome.storage;
    const areas = await Promise.all([local.get(), session.get(), sync.get()]);
    const databases = await indexedDB.databases();
    return JSON.stringify([areas, databases, { ...localStorage }, { ...sessionStorage }, document.cookie]);
  });
  const ofThePage = await visit.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML, { ...window.name }]),
  );
  for (const kept of [during, everywhere, ofThePage]) {
    for (const secret of [old, token]) {
      assert.equal(kept.includes(secret), false, "no token is kept");
      assert.equal(kept.includes(secret.slice(0, 12)), false, "nor a part of one");
    }
  }
});

test("a store that refuses to write keeps the renewal from being begun", {}, async (visit) => {
  const popup = await openReady(visit);
  await popup.evaluate(() => {
    chrome.storage.local.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
  });
  await press(popup, "Renew token");
  await popup.waitForSelector("#alert:not([hidden])");
  assert.equal(
    await alerts(popup),
    "Not renewed. The browser could not store a note. Rebadge notes a renewal before it begins. Free some disk space, then try again.",
  );
  await serverDid(visit, 0);
});

test("a store that throws keeps the renewal from being begun", {}, async (visit) => {
  const popup = await openReady(visit);
  await popup.evaluate(() => {
    chrome.storage.local.set = () => {
      throw new Error("storage is switched off");
    };
  });
  await press(popup, "Renew token");
  await popup.waitForSelector("#alert:not([hidden])");
  assert.match(await alerts(popup), /^Not renewed\. The browser could not store a note\./);
  await serverDid(visit, 0);
});

// ------------------------------------------------------- hosts that offer less

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

// -------------------------------------------------------------- the token's age

const DAY = 86_400_000;

test("a token that was only seen says since when", {}, async (visit) => {
  const popup = await openReady(visit);
  assert.equal(await age(popup), "First seen now");
  await popup.close();
  for (const [passed, said] of [
    [5 * 60_000, "First seen 5 minutes ago"],
    [3 * DAY, "First seen 3 days ago"],
    [90 * DAY, "First seen 93 days ago"],
  ]) {
    await letPass(visit, passed);
    await reopen(visit);
    assert.equal(await age(visit.popup), said);
    await visit.popup.close();
  }
});

test("a renewed token says how long ago", {}, async (visit) => {
  const popup = await openReady(visit);
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await popup.close();
  for (const [passed, said] of [
    [DAY, "Renewed yesterday"],
    [11 * DAY, "Renewed 12 days ago"],
  ]) {
    await letPass(visit, passed);
    await reopen(visit);
    assert.equal(await age(visit.popup), said);
    await visit.popup.close();
  }
});

test("a token that somebody else renewed since says so, once and later", {}, async (visit) => {
  const popup = await openReady(visit);
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await popup.close();
  await visit.standIn.renew(PROJECT);
  const again = await reopen(visit);
  assert.equal(await age(again), "Changed elsewhere since");
  assert.equal(await status(again), "");
  await showsTheRealToken(visit, again);
  await again.close();
  await letPass(visit, 2 * DAY);
  assert.equal(await age(await reopen(visit)), "Changed elsewhere since");
  await serverDid(visit, 1);
});

test("a click counts although somebody else renewed since the popup was opened", {}, async (visit) => {
  const popup = await openReady(visit);
  await visit.standIn.renew(PROJECT);
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("each project has its own age and its own renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await popup.close();
  const other = await openReady(visit, "acme-payments_checkout-ui");
  assert.equal(await age(other), "First seen now");
  assert.equal(await visit.standIn.renewals("acme-payments_checkout-ui"), 0);
});
