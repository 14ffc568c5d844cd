// Renewing a badge token when the host's answer is lost, late, wrong or a refusal:
// what is said is what is true, and what is offered helps.
import assert from "node:assert/strict";
import {
  complaint,
  hurry,
  intent,
  isRenewed,
  letPatienceEnd,
  offered,
  openReady,
  opensInformation,
  pressAnew,
  serverDid,
  showsTheRealToken,
  spoilRenewal,
} from "./support/renewal.js";
import { scene } from "./support/scene.js";
import { isEnabled, press } from "./support/screen.js";
import { BROKE, LATE, trouble, WEB_PAGE, GARBLED, ASKED_TO_PAUSE, TRY_AGAIN, countdown, turnsOutNotRenewed } from "./support/trouble.js";

const test = scene();

const NOT_OFFERED = "This host does not offer it to extensions. The project information page may show it.";
// The time limit of the request, and looking a few times afterwards.
const PAST_LIMIT = 12_000;

/** Faults after which the token tells that nothing happened. */
const NOT_CARRIED_OUT = [
  ["the connection breaks", { kind: "drop" }, BROKE],
  ...[500, 502, 503, 504].map((status) => [`the host answers ${status}`, { kind: "status", status }, trouble(status)]),
  ["a web page comes back", { kind: "html" }, WEB_PAGE],
  ["a Cloudflare page with 503 comes back", { kind: "status", status: 503, cloudflare: true }, trouble(503)],
  ["the answer is cut off", { kind: "truncated" }, GARBLED],
];

for (const [name, fault, words] of NOT_CARRIED_OUT) {
  test(`${name} before the renewal is carried out: it says so, and trying again renews once`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilRenewal(visit, fault);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `Not renewed. ${words}`), TRY_AGAIN);
    await serverDid(visit, 0, 1);

    // After some of these the request may still be on its way behind a gateway.
    if (await intent(visit)) await letPatienceEnd(visit);
    await pressAnew(popup, "Try again");
    await isRenewed(visit, popup);
    await serverDid(visit, 1, 2);
  });

  test(`${name} after the renewal is carried out: it is renewed, by one request`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilRenewal(visit, { ...fault, after_acting: true });
    await press(popup, "Renew token");
    await isRenewed(visit, popup);
    await serverDid(visit, 1);
  });
}

test("no answer within the limit: it says so, and trying again renews once", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "hang" });
  const clicked = Date.now();
  await press(popup, "Renew token");
  assert.deepEqual(await complaint(popup, `Not renewed. ${LATE}`, PAST_LIMIT), TRY_AGAIN);
  assert.ok(Date.now() - clicked >= 8_000, "eight seconds are given");
  await serverDid(visit, 0, 1);
  await letPatienceEnd(visit);
  await pressAnew(popup, "Try again");
  await isRenewed(visit, popup);
  await serverDid(visit, 1, 2);
});

test("no answer within the limit, though it was carried out: it is renewed, by one request", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "hang", after_acting: true });
  await hurry(popup);
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("a success that changes nothing is not called one", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 204 });
  await press(popup, "Renew token");
  assert.deepEqual(
    await complaint(
      popup,
      "Not renewed. SonarQube accepted, but still hands out the old token. Check again in a moment.",
    ),
    { name: "Check again", enabled: true },
  );
  await serverDid(visit, 0, 1);
  await turnsOutNotRenewed(visit, popup, "Check again");
});

test("403: it says who can help, and offers no button that cannot", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 403 });
  await press(popup, "Renew token");
  const button = await complaint(
    popup,
    "Not renewed. You may not renew this token. Ask someone who administers the project.",
  );
  assert.equal(button, null);
  await serverDid(visit, 0, 1);
  assert.equal(await intent(visit), undefined);
});

test("404 “Unknown url”: it is not offered here, and the host's own page is", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 404 });
  await press(popup, "Renew token");
  assert.deepEqual(await complaint(popup, `Not renewed. ${NOT_OFFERED}`), {
    name: "Project information",
    enabled: true,
  });
  await serverDid(visit, 0, 1);
  assert.equal(await popup.$eval("#renew", (it) => it.checkVisibility()), false);
  await opensInformation(visit, popup);
});

for (const [name, fault, seconds] of [
  ["with Retry-After", () => ({ retry_after: 2 }), 2],
  ["with Retry-After as a date", () => ({ retry_after: new Date(Date.now() + 2_500).toUTCString() }), 3],
  ["without Retry-After", () => ({}), 5],
  ["of Cloudflare", () => ({ cloudflare: true, retry_after: 1 }), 1],
]) {
  test(`429 ${name}: it counts the seconds down, and trying again then renews once`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilRenewal(visit, { kind: "status", status: 429, ...fault() });
    await press(popup, "Renew token");
    await complaint(popup, `Not renewed. ${ASKED_TO_PAUSE}`);
    const labels = await countdown(popup);
    const left = labels.map((label) => Number(/^Try again in (\d+) s$/.exec(label)?.[1]));
    assert.ok(left[0] <= seconds && left[0] >= Math.max(1, seconds - 2), `from ${seconds}: ${labels}`);
    assert.deepEqual(left, Array.from(left, (_, index) => left[0] - index), "second by second");
    assert.equal(left.at(-1), 1, "down to one");
    assert.deepEqual(await offered(popup), TRY_AGAIN);
    await serverDid(visit, 0, 1);
    await pressAnew(popup, "Try again");
    await isRenewed(visit, popup);
    await serverDid(visit, 1, 2);
  });
}

test("during the pause that a 429 asks for, neither button can be pressed", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 429, retry_after: 30 });
  await press(popup, "Renew token");
  await complaint(popup, `Not renewed. ${ASKED_TO_PAUSE}`);
  assert.equal((await offered(popup)).enabled, false);
  assert.equal(await isEnabled(popup, "Renew token"), false);
  await popup.evaluate(() => document.querySelector("#alert-link").click());
  await popup.evaluate(() => document.querySelector("#renew").click());
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 0, 1);
});
