// Renewing a badge token while its tab or the browser goes away in the middle:
// whoever looks next is told the truth, and nothing is sent again.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowClipboard, BROWSER, enterBackRoom, startBrowser, stopBrowser } from "./support/browser.js";
import { signIn } from "./support/people.js";
import { clickToolbarButton } from "./support/popup.js";
import {
  arrived,
  begun,
  complaint,
  DID_NOT_HAPPEN,
  entry,
  intent,
  isRenewed,
  letPatienceEnd,
  openReady,
  serverDid,
  showsTheRealToken,
  spoilRenewal,
  WAS_CARRIED_OUT,
} from "./support/renewal.js";
import { PROJECT, scene } from "./support/scene.js";
import { eventually, press, pressAway } from "./support/screen.js";

const test = scene();

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
