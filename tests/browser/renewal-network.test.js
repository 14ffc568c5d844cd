// Renewing a badge token without a network, and from a page that hangs.
import assert from "node:assert/strict";
import {
  age,
  arrived,
  complaint,
  DID_NOT_HAPPEN,
  hang,
  hurry,
  intent,
  isRenewed,
  letPatienceEnd,
  openReady,
  pressAnew,
  RENEWED,
  serverDid,
  showsTheRealToken,
  spoilRenewal,
} from "./support/renewal.js";
import { scene } from "./support/scene.js";
import { alerts, announces, eventually, press } from "./support/screen.js";
import { UNREAD, UNKNOWN, TRY_AGAIN } from "./support/trouble.js";

const test = scene();

const OFFLINE = "You are offline. Connect to the network, then try again.";

test("offline before the click: nothing is sent, and trying again once online renews once", {}, async (visit) => {
  const popup = await openReady(visit);
  await visit.page.setOfflineMode(true);
  await press(popup, "Renew token");
  assert.deepEqual(await complaint(popup, `Not renewed. ${OFFLINE}`), TRY_AGAIN);
  await serverDid(visit, 0, 0);
  assert.equal(await intent(visit), undefined);
  await visit.page.setOfflineMode(false);
  await pressAnew(popup, "Try again");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("offline while the answer is on its way: what is said is true, and trying again never posts", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 1_000 });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await visit.page.setOfflineMode(true);
  await popup.waitForSelector("#alert:not([hidden])");
  const said = await alerts(popup);
  assert.ok([`${UNREAD} ${OFFLINE}`, `${UNKNOWN} ${OFFLINE}`].includes(said), said);
  await visit.page.setOfflineMode(false);
  await pressAnew(popup, "Try again");
  await showsTheRealToken(visit, popup);
  assert.match(await age(popup), /^Renewed /);
  await serverDid(visit, 1);
});

// ---------------------------------------------------------- a page that hangs

test("a page that hangs: the popup says so in time", {}, async (visit) => {
  const popup = await openReady(visit);
  const release = await hang(visit.page);
  await hurry(popup);
  try {
    await press(popup, "Renew token");
    await popup.waitForSelector("#alert:not([hidden])", { timeout: 3_000 });
    assert.match(await alerts(popup), /No answer came in time\./);
  } finally {
    await release();
  }
});

test("a page that hangs: the renewal is not carried out once nobody waits for it", {}, async (visit) => {
  const popup = await openReady(visit);
  const release = await hang(visit.page);
  await press(popup, "Renew token");
  const { at } = await eventually(
    () => intent(visit),
    (open) => assert.ok(open),
  );
  await popup.close();
  await letPatienceEnd(visit);

  const other = await visit.browser.newPage();
  await other.goto(visit.page.url());
  const hanging = visit.page;
  visit.page = other;
  const again = await visit.click();
  await complaint(again, DID_NOT_HAPPEN);
  await eventually(
    () => Date.now() - at,
    (passed) => passed > 2_000,
  );
  await release();
  await hanging.reload();
  await serverDid(visit, 0, 0);
  await showsTheRealToken(visit, again);
});

test("a renewal that takes its time is waited for", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 1_500 });
  await press(popup, "Renew token");
  await announces(popup, RENEWED);
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});
