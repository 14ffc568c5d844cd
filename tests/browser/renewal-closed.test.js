// Renewing a badge token while the popup is closed in the middle: whoever looks
// next is told the truth, and nothing is sent again.
import assert from "node:assert/strict";
import {
  age,
  arrived,
  complaint,
  DID_NOT_HAPPEN,
  intent,
  isRenewed,
  letPatienceEnd,
  openReady,
  posts,
  readings,
  serverDid,
  showsTheRealToken,
  spoilReading,
  spoilRenewal,
  WAS_CARRIED_OUT,
} from "./support/renewal.js";
import { entries } from "./support/rotation.js";
import { PROJECT, scene } from "./support/scene.js";
import { alerts, announces, eventually, press, status } from "./support/screen.js";

const test = scene();

/** One renewal is in the record, with who was signed in. */
const isWrittenDown = (visit, login) =>
  eventually(
    () => entries(visit),
    (all) => assert.deepEqual(all.map((entry) => [entry.ending, entry.login]), [["renewed", login]]),
  );

const LOOKING = "A renewal was begun before. Looking what became of it…";
const PAST_PATIENCE = 15_000;

test("the popup is closed before the answer: the next one says that it was renewed", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 1_000 });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await popup.close();
  assert.ok(await intent(visit));
  const again = await visit.click();
  await isRenewed(visit, again, { says: WAS_CARRIED_OUT });
  await serverDid(visit, 1);
  await isWrittenDown(visit, "ada");
});

test("the popup is closed, and the answer gets lost: the next one says that it was renewed", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "hang", after_acting: true });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await popup.close();
  const again = await visit.click();
  await isRenewed(visit, again, { says: WAS_CARRIED_OUT });
  await serverDid(visit, 1);
});

test("the popup is closed while the token is read: the next one says that it was renewed", {}, async (visit) => {
  const popup = await openReady(visit);
  const before = await readings(visit);
  await spoilReading(visit, { kind: "hang" });
  await press(popup, "Renew token");
  await eventually(
    () => readings(visit),
    (now) => assert.equal(now, before + 1),
  );
  await popup.close();
  const again = await visit.click();
  await isRenewed(visit, again, { says: WAS_CARRIED_OUT });
  await serverDid(visit, 1);
});

test("the popup is closed, and nothing came of it: the next one waits, says so, and never posts", {}, async (visit) => {
  const popup = await openReady(visit);
  const clicked = Date.now();
  await spoilRenewal(visit, { kind: "hang" });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await popup.close();
  const again = await visit.click();
  await announces(again, LOOKING);
  await complaint(again, DID_NOT_HAPPEN, PAST_PATIENCE);
  assert.ok(Date.now() - clicked >= 10_000, "not before it cannot happen any more");
  await serverDid(visit, 0, 1);
  assert.equal(await intent(visit), undefined);
  await press(again, "Renew token");
  await isRenewed(visit, again);
  await serverDid(visit, 1, 2);
});

test("long afterwards the next popup tells at once that nothing came of it", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "drop" });
  await spoilReading(visit, { kind: "hang" });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await popup.close();
  await letPatienceEnd(visit);
  const again = await visit.click();
  assert.equal(await complaint(again, DID_NOT_HAPPEN), null);
  await showsTheRealToken(visit, again);
  await serverDid(visit, 0, 1);
});

test("closed again and again while it looks, it still finds out", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "hang", after_acting: true });
  await spoilReading(visit, { kind: "hang", times: undefined });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await popup.close();
  for (let times = 1; times <= 2; times += 1) {
    const looking = await visit.click();
    await announces(looking, LOOKING);
    await looking.close();
  }
  await visit.standIn.clearFaults();
  const last = await visit.click();
  await isRenewed(visit, last, { says: WAS_CARRIED_OUT });
  await serverDid(visit, 1);
});

// Wherever a closing popup cuts the work, the next one tells what the server knows.
for (const moment of [0, 1, 2, 4, 8, 16, 32, 64]) {
  test(`the popup is closed ${moment} ms after the click: the next one is right`, {}, async (visit) => {
    const popup = await openReady(visit);
    const old = await visit.standIn.token(PROJECT);
    await popup.evaluate((wait) => {
      document.querySelector("#renew").click();
      const end = performance.now() + wait;
      const look = () => (performance.now() >= end ? window.close() : setTimeout(look));
      look();
    }, moment).catch(() => {});
    await eventually(
      () => popup.isClosed(),
      (closed) => closed,
    );
    const left = await intent(visit);
    // What was on its way to the page has begun once the page has run more.
    await visit.page.evaluate(async () => (await fetch("/api/server/version")).text());
    if (left && (await posts(visit)) === 0) await letPatienceEnd(visit);
    const again = await visit.click();
    if (left) {
      await eventually(
        async () => [await status(again), await alerts(again)].join(""),
        (said) => assert.ok([WAS_CARRIED_OUT, DID_NOT_HAPPEN].includes(said), said),
      );
    }
    const said = (await status(again)) + (await alerts(again));
    const token = await showsTheRealToken(visit, again);
    const renewals = await visit.standIn.renewals(PROJECT);
    assert.equal(await posts(visit), renewals);
    assert.ok(renewals <= 1);
    assert.equal(renewals === 1, token !== old);
    if (said === WAS_CARRIED_OUT) assert.equal(renewals, 1);
    if (said === DID_NOT_HAPPEN) assert.equal(renewals, 0);
    if (renewals === 1) assert.match(await age(again), /^Renewed /);
    assert.equal(await intent(visit), undefined);
  });
}

test("who may not read the token is told, next time, that it cannot be known", { as: "cy" }, async (visit) => {
  const popup = await visit.openProject();
  await spoilRenewal(visit, { kind: "hang", after_acting: true });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await popup.close();
  await letPatienceEnd(visit);
  const again = await visit.click();
  await eventually(
    () => alerts(again),
    (said) => assert.match(said, /^It is not known yet whether the token was renewed\./),
  );
  await serverDid(visit, 1);
});
