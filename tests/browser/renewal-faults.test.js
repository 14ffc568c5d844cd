// Renewing a badge token when something goes wrong between the click and the
// answer: what is said is what is true, and what is offered helps.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import { signIn } from "./support/people.js";
import { alerts, announces, eventually, isEnabled, press } from "./support/screen.js";
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
  offered,
  openReady,
  opensInformation,
  pressAnew,
  pressAway,
  readings,
  RENEWED,
  reopen,
  serverDid,
  showsTheRealToken,
  spoilReading,
  spoilRenewal,
  WAS_CARRIED_OUT,
} from "./support/renewal.js";

const test = scene();

const BROKE = "The connection broke before the answer came. Try again.";
const LATE = "No answer came in time. Try again in a moment.";
const trouble = (status) => `SonarQube has trouble (error ${status}). Try again in a moment.`;
const WEB_PAGE =
  "A web page came back instead of data. A proxy or a firewall may stand in between. Reload the page in the tab, then try again.";
const GARBLED =
  "SonarQube gave an answer that Rebadge does not understand. Try again. If it stays so, Rebadge needs an update.";
const SESSION =
  "SonarQube refused this page's session. Reload the page and try again. If that does not help, sign out and in.";
const NOT_OFFERED = "This host does not offer it to extensions. The project information page may show it.";
const ASKED_TO_PAUSE = "SonarQube asks for a pause. Wait until the button can be pressed, then try again.";
const TRY_AGAIN = { name: "Try again", enabled: true };

// The time limit of the request, and looking a few times afterwards.
const PAST_LIMIT = 12_000;

// ---------------------------------------------------------------- the request

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
  await letPatienceEnd(visit);
  await pressAnew(popup, "Check again");
  await complaint(popup, DID_NOT_HAPPEN);
  await serverDid(visit, 0, 1);
  await pressAnew(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 1, 2);
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

/** What the button says, one after the other, until it can be pressed. */
async function countdown(popup) {
  const labels = [];
  await eventually(
    () => offered(popup),
    ({ name, enabled }) => {
      if (!enabled && name !== labels.at(-1)) labels.push(name);
      return enabled;
    },
  );
  return labels;
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

// ---------------------------------------------------------------- the session

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

// ------------------------------------------------------------ reading it back

const UNREAD = "Token renewed, but the new one could not be read, so the Markdown has no token.";

test("renewed, but the connection breaks when the token is read: it is read once more", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilReading(visit, { kind: "drop" });
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

for (const [name, fault, words, attempts = 1] of [
  ["the connection breaks again and again", { kind: "drop", times: 3 }, BROKE, 3],
  ["the host answers 500", { kind: "status", status: 500 }, trouble(500)],
  ["the host answers 503", { kind: "status", status: 503 }, trouble(503)],
  ["a web page comes back", { kind: "html" }, WEB_PAGE],
  ["the answer is cut off", { kind: "truncated" }, GARBLED],
  ["the answer has another shape", { kind: "wrong_types" }, GARBLED],
  ["no answer comes in time", { kind: "hang" }, LATE],
]) {
  test(`renewed, but ${name} when the token is read: trying again reads, and never posts`, {}, async (visit) => {
    const popup = await openReady(visit);
    const before = await readings(visit);
    await spoilReading(visit, fault);
    if (fault.kind === "hang") await hurry(popup);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `${UNREAD} ${words}`), TRY_AGAIN);
    assert.equal(await age(popup), "Renewed now");
    assert.equal(await popup.$eval("#token", (it) => it.innerText), "could not be read");
    await serverDid(visit, 1);
    assert.equal(await intent(visit), undefined);

    await pressAnew(popup, "Try again");
    await isRenewed(visit, popup, { says: "Token read. The Markdown is ready to copy." });
    assert.equal(await readings(visit), before + attempts + 1);
    await serverDid(visit, 1);
  });
}

test("renewed, but 429 when the token is read: it counts down, then reads, and never posts", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilReading(visit, { kind: "status", status: 429, retry_after: 2 });
  await press(popup, "Renew token");
  await complaint(popup, `${UNREAD} ${ASKED_TO_PAUSE}`);
  assert.deepEqual(await countdown(popup), ["Try again in 2 s", "Try again in 1 s"]);
  await pressAnew(popup, "Try again");
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

for (const status of [401, 403]) {
  test(`renewed, but ${status} when the token is read: others may read it`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilReading(visit, { kind: "status", status });
    await press(popup, "Renew token");
    await announces(popup, "Token renewed. Your account may not read the new one: someone who may browse the project can.");
    assert.equal(await alerts(popup), "");
    await serverDid(visit, 1);
  });
}

test("renewed, and signed out when the token is read: signing in is offered", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 700 });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await visit.standIn.signEveryoneOut();
  assert.deepEqual(
    await complaint(
      popup,
      `${UNREAD} You are not signed in to SonarQube. Sign in, then click the toolbar button again.`,
    ),
    { name: "Sign in", enabled: true },
  );
  await serverDid(visit, 1);
});

// ------------------------------------------- neither the answer nor the token

const UNKNOWN = "It is not known yet whether the token was renewed.";

for (const [name, fault, reading] of [
  ["the connection breaks", { kind: "drop" }, { kind: "drop", times: 3 }],
  ["the host answers 503", { kind: "status", status: 503 }, { kind: "status", status: 503 }],
  ["a web page comes back", { kind: "html" }, { kind: "html" }],
]) {
  const words = { drop: BROKE, status: trouble(503), html: WEB_PAGE }[fault.kind];
  test(`${name} twice, though it was carried out: trying again finds that out, and never posts`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilRenewal(visit, { ...fault, after_acting: true });
    await spoilReading(visit, reading);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `${UNKNOWN} ${words}`), TRY_AGAIN);
    await serverDid(visit, 1);
    await pressAnew(popup, "Try again");
    await isRenewed(visit, popup, { says: WAS_CARRIED_OUT });
    await serverDid(visit, 1);
  });

  test(`${name} twice, and nothing was carried out: trying again finds that out, and never posts`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilRenewal(visit, fault);
    await spoilReading(visit, reading);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `${UNKNOWN} ${words}`), TRY_AGAIN);
    await letPatienceEnd(visit);
    await pressAnew(popup, "Try again");
    await complaint(popup, DID_NOT_HAPPEN);
    await serverDid(visit, 0, 1);
    await pressAnew(popup, "Renew token");
    await isRenewed(visit, popup);
    await serverDid(visit, 1, 2);
  });
}

test("Renew pressed while it is not known looks first, and does not renew twice", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "drop", after_acting: true });
  await spoilReading(visit, { kind: "drop", times: 3 });
  await press(popup, "Renew token");
  await complaint(popup, `${UNKNOWN} ${BROKE}`);
  await pressAnew(popup, "Renew token");
  await eventually(
    () => popup.$eval("#status", (it) => it.innerText),
    (said) => /ready to copy\.$/.test(said),
  );
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

// ---------------------------------------------------------------- the network

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
