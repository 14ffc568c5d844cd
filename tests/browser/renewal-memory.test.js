// What is remembered of a renewed badge token, and what a store that refuses does.
import assert from "node:assert/strict";
import {
  age,
  arrived,
  entry,
  intent,
  isRenewed,
  letPass,
  openReady,
  remembered,
  reopen,
  serverDid,
  showsTheRealToken,
  spoilRenewal,
} from "./support/renewal.js";
import { policy, write } from "./support/due.js";
import { PROJECT, scene } from "./support/scene.js";
import { alerts, eventually, press, status } from "./support/screen.js";

const test = scene();

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

const DAY = 86_400_000;

test("a token that was only seen says since when", {}, async (visit) => {
  const popup = await openReady(visit);
  assert.equal(await age(popup), "First seen now");
  await popup.close();
  for (const [passed, said] of [
    [5 * 60_000, "First seen 5 minutes ago"],
    [3 * DAY, "First seen 3 days ago"],
    [90 * DAY, "First seen 93 days ago, due for rotation"],
  ]) {
    await letPass(visit, passed);
    await reopen(visit);
    await eventually(() => age(visit.popup), (found) => found === said);
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

test("a token is due under the policy of its organization", {}, async (visit) => {
  const popup = await openReady(visit);
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await popup.close();
  await letPass(visit, 70 * DAY);
  for (const [every, said] of [
    [90, "Renewed 70 days ago"],
    [30, "Renewed 70 days ago, due for rotation"],
  ]) {
    await write(visit.backRoom, { "policy https://sonarcloud.io acme-payments": policy(every, 7) });
    await reopen(visit);
    await eventually(() => age(visit.popup), (found) => found === said);
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
