// Renewing a badge token while popup, tab, window or browser goes away in the
// middle: whoever looks next is told the truth, and nothing is sent again.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowClipboard, BROWSER, enterBackRoom, startBrowser, stopBrowser } from "./support/browser.js";
import { clickToolbarButton } from "./support/popup.js";
import { PROJECT, scene } from "./support/scene.js";
import { signIn } from "./support/people.js";
import { alerts, announces, eventually, press, status } from "./support/screen.js";
import {
  age,
  arrived,
  complaint,
  DID_NOT_HAPPEN,
  entry,
  intent,
  isRenewed,
  letPatienceEnd,
  openReady,
  posts,
  pressAnew,
  pressAway,
  readings,
  RENEWED,
  serverDid,
  showsTheRealToken,
  spoilReading,
  spoilRenewal,
  WAS_CARRIED_OUT,
} from "./support/renewal.js";

const test = scene();

const LOOKING = "A renewal was begun before. Looking what became of it…";
const PAST_PATIENCE = 15_000;

const begun = (visit) =>
  eventually(
    () => intent(visit),
    (open) => assert.ok(open, "a renewal is noted"),
  );

// ---------------------------------------------------------------- the popup

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

// ------------------------------------------------------------------ the tab

/** Begins a renewal whose answer is late; it is carried out at once. */
async function beginLate(visit) {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 2_000 });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  return popup;
}

const AWAY =
  "It is not known yet whether the token was renewed. The tab shows another page now. Open the project page, then click the toolbar button there.";

/**
 * Chromium's leave to look into a tab lasts until it leaves the site. Firefox's
 * ends with the page: it is not known there, and the next click tells.
 */
async function isFoundOut(visit, popup) {
  if (BROWSER === "chromium") return isRenewed(visit, popup);
  await complaint(popup, AWAY);
  await popup.close();
  await visit.go(`/project/overview?id=${PROJECT}`);
  return isRenewed(visit, await visit.click(), { says: WAS_CARRIED_OUT });
}

test("the tab goes to another page of the host in the middle: it is renewed", {}, async (visit) => {
  const popup = await beginLate(visit);
  await visit.page.goto("https://sonarcloud.io/projects");
  await isFoundOut(visit, popup);
  await serverDid(visit, 1);
});

test("the tab is reloaded in the middle: it is renewed", {}, async (visit) => {
  const popup = await beginLate(visit);
  await visit.page.reload();
  await isFoundOut(visit, popup);
  await serverDid(visit, 1);
});

test("the tab goes to another host in the middle: it is not known, and the project page tells", {}, async (visit) => {
  const popup = await beginLate(visit);
  await visit.page.goto("https://other.example/").catch(() => {});
  assert.deepEqual(await complaint(popup, AWAY), { name: "Open the project page", enabled: true });
  await serverDid(visit, 1);
  await tellsOnTheProjectPage(visit, popup);
});

test("the tab is closed in the middle, and the popup with it: the next one says that it was renewed", {}, async (visit) => {
  const popup = await beginLate(visit);
  await visit.page.close();
  // Firefox closes a popup when a person goes elsewhere, and not with its tab.
  if (BROWSER === "firefox") await popup.close();
  await eventually(
    () => popup.isClosed(),
    (closed) => closed,
  );
  visit.page = undefined;
  await visit.go(`/project/overview?id=${PROJECT}`);
  await isRenewed(visit, await visit.click(), { says: WAS_CARRIED_OUT });
  await serverDid(visit, 1);
});

async function tellsOnTheProjectPage(visit, popup) {
  const opened = visit.browser.waitForTarget((target) => target.type() === "page" && target.url().includes(`id=${PROJECT}`));
  await pressAway(popup, "Open the project page");
  visit.page = await (await opened).page();
  await visit.page.waitForSelector("main");
  await popup.close().catch(() => {});
  const again = await visit.click();
  await isRenewed(visit, again, { says: WAS_CARRIED_OUT });
  await serverDid(visit, 1);
}

test("the tab has left the host before the click: nothing is sent, and it says so", {}, async (visit) => {
  const popup = await openReady(visit);
  await visit.page.goto("https://other.example/").catch(() => {});
  await press(popup, "Renew token");
  assert.deepEqual(
    await complaint(
      popup,
      "Not renewed. The tab shows another page now. Open the project page, then click the toolbar button there.",
    ),
    { name: "Open the project page", enabled: true },
  );
  await serverDid(visit, 0, 0);
  assert.equal(await intent(visit), undefined);
});

// --------------------------------------------------------------- two windows

/** The project in two windows, a popup open on each. */
async function twoWindows(visit) {
  const first = await openReady(visit);
  const page = await visit.browser.newPage({ type: "window" });
  await page.goto(visit.page.url());
  visit.page = page;
  const second = await openReady(visit);
  return [first, second];
}

/** Presses Renew in a window that lies behind another. */
const pressBehind = (popup) => popup.$eval("#renew", (it) => it.click());

const ELSEWHERE = "The token has been renewed meanwhile. The new Markdown is ready to copy.";

test("two windows at once: the first renews, the second waits and shows the same token", {}, async (visit) => {
  const [first, second] = await twoWindows(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 500 });
  await pressBehind(first);
  await arrived(visit, 1);
  await press(second, "Renew token");
  await announces(first, RENEWED);
  await isRenewed(visit, second, { says: ELSEWHERE });
  await serverDid(visit, 1);
  const shown = await Promise.all([first, second].map((popup) => popup.$eval("#token", (it) => it.innerText)));
  assert.equal(shown[0], shown[1]);
});

test("two windows in the very same moment: one renews, the other shows the same token", {}, async (visit) => {
  const both = await twoWindows(visit);
  await Promise.all(both.map(pressBehind));
  const said = await Promise.all(
    both.map((popup) =>
      eventually(
        () => status(popup),
        (words) => assert.match(words, /ready to copy\.$/),
      ),
    ),
  );
  assert.deepEqual(said.sort(), [ELSEWHERE, RENEWED].sort());
  await showsTheRealToken(visit, both[1]);
  await serverDid(visit, 1);
});

test("two windows, one after the other: the second learns of the first one's renewal", {}, async (visit) => {
  const [first, second] = await twoWindows(visit);
  await pressBehind(first);
  await announces(first, RENEWED);
  await press(second, "Renew token");
  await isRenewed(visit, second, { says: ELSEWHERE });
  await serverDid(visit, 1);
  await pressAnew(second, "Renew token");
  await isRenewed(visit, second);
  await serverDid(visit, 2);
});

test("the first of two windows is closed in the middle: the second finishes, and posts nothing", {}, async (visit) => {
  const [first, second] = await twoWindows(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 2_000 });
  await pressBehind(first);
  await arrived(visit, 1);
  await press(second, "Renew token");
  await first.close();
  await eventually(
    () => status(second),
    (said) => assert.match(said, /ready to copy\.$/),
  );
  await showsTheRealToken(visit, second);
  await serverDid(visit, 1);
});

test("opened in a second window while the first renews, it waits and then tells", {}, async (visit) => {
  const first = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 1_500 });
  await press(first, "Renew token");
  await arrived(visit, 1);
  const page = await visit.browser.newPage({ type: "window" });
  await page.goto(visit.page.url());
  visit.page = page;
  const second = await visit.click();
  await announces(first, RENEWED);
  await eventually(
    () => age(second),
    (words) => assert.match(words, /^Renewed /),
  );
  await showsTheRealToken(visit, second);
  assert.equal(await alerts(second), "");
  await serverDid(visit, 1);
});

// --------------------------------------------------------------- the browser

for (const [name, fault, renewals] of [
  ["after it was carried out: the next one says that it was", { kind: "hang", after_acting: true }, 1],
  ["before it was carried out: the next one says that it was not", { kind: "hang" }, 0],
]) {
  test(`the browser is killed ${name}`, {}, async ({ standIn }) => {
    const folder = await mkdtemp(join(tmpdir(), "rebadge-"));
    const args = [`--user-data-dir=${folder}`];
    const visit = { standIn };
    try {
      await inAnother(visit, args, async () => {
        const popup = await visit.click();
        await eventually(
          () => entry(visit),
          (noted) => assert.ok(noted),
        );
        await spoilRenewal(visit, fault);
        await press(popup, "Renew token");
        await arrived(visit, 1);
        await begun(visit);
        const { browser } = visit.chromium;
        const ended = new Promise((done) => browser.process().once("exit", done));
        browser.process().kill("SIGKILL");
        await ended;
      });
      await inAnother(visit, args, async () => {
        await letPatienceEnd(visit);
        const popup = await visit.click();
        await (renewals === 1
          ? isRenewed(visit, popup, { says: WAS_CARRIED_OUT })
          : complaint(popup, DID_NOT_HAPPEN));
        await showsTheRealToken(visit, popup);
        await serverDid(visit, renewals, 1);
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  });
}

/** Does something in a browser of its own, signed in and on the project's page. */
async function inAnother(visit, args, act) {
  visit.chromium = await startBrowser(visit.standIn, { args });
  const { browser } = visit.chromium;
  try {
    await allowClipboard(visit.chromium);
    await signIn(browser, visit.standIn, "ada");
    visit.backRoom = await enterBackRoom(visit.chromium);
    visit.page = await browser.newPage();
    await visit.page.goto(`https://sonarcloud.io/project/overview?id=${PROJECT}`);
    visit.click = () => clickToolbarButton(visit.chromium, visit.page);
    await act();
  } finally {
    await stopBrowser(browser);
  }
}
