// A rotation run whose page, browser or computer goes away in the middle: it is
// offered to go on, and no project is renewed twice nor forgotten.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { BROWSER, enterBackRoom, startBrowser, stopBrowser } from "./support/browser.js";
import { isListed } from "./support/dashboard.js";
import { signIn } from "./support/people.js";
import { clickToolbarButton } from "./support/popup.js";
import { scene } from "./support/scene.js";
import { eventually, press } from "./support/screen.js";
import {
  agrees, begin, counted, HOST, openRota, ORG, plan, reaches, records, RENEW, renewedMany, reopen,
} from "./support/rotation.js";

const test = scene();

/** Makes every renewal take so long that there is a middle. */
const slow = (visit, ms = 80) => visit.standIn.fault({ path: RENEW, kind: "delay", ms });

/** Checks that a run is offered, and that nothing is sent before somebody wants it to go on. */
async function offered(visit, page) {
  const said = await reaches(page, "Rotation interrupted");
  assert.deepEqual(said.buttons, ["Go on", "Give up"]);
  const before = await counted(visit, `POST ${RENEW}`);
  await pause(400);
  assert.equal(await counted(visit, `POST ${RENEW}`), before, "nothing is sent by itself");
  return said;
}

const WAYS = {
  closed: async (own, page) => {
    await page.close();
    return reopen(own);
  },
  reloaded: async (own, page) => {
    await page.reload();
    await isListed(page);
    return page;
  },
  // All pages of the extension live in one process: they crash together.
  crashed: async (own, page) => {
    await (BROWSER === "firefox" ? kill(own, page) : crash(page));
    own.backRoom = await enterBackRoom(own);
    return reopen(own);
  },
};

async function kill(own, page) {
  process.kill(await own.browser.ask("processOf", page.id), "SIGKILL");
}

async function crash(page) {
  const session = await page.createCDPSession();
  const crashed = new Promise((told) => session.once("Inspector.targetCrashed", told));
  await session.send("Inspector.enable");
  session.send("Page.crash").catch(() => {});
  await crashed;
}

test("the page is closed, reloaded and crashed in the middle, and the browser killed: every project is renewed once", { timeout: 120_000 }, async (visit) => {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-"));
  const args = [`--user-data-dir=${folder}`];
  try {
    await inAnother(visit, args, async (own) => {
      let page = await openRota(own, 120);
      await slow(own);
      await begin(page, 120);
      for (const [place, way] of Object.keys(WAYS).entries()) {
        await renewedMany(own, (place + 1) * 20);
        page = await WAYS[way](own, page);
        const said = await offered(own, page);
        assert.ok(said.ended < 120 && said.total === 120, "in the middle");
        await press(page, "Go on");
      }
      await renewedMany(own, 85);
      const ended = new Promise((done) => own.browser.process().once("exit", done));
      own.browser.process().kill("SIGKILL");
      await ended;
    });
    await inAnother(visit, args, async (own) => {
      const page = await reopen(own);
      assert.ok((await offered(own, page)).ended < 120, "in the middle");
      await press(page, "Go on");
      await reaches(page, "Rotation finished");
      // What was under way each time: up to eight.
      await agrees(own, page, 120, { doubts: 4 * 8 });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

test("the page is closed again and again, wherever it stands", { timeout: 120_000 }, async (visit) => {
  let page = await openRota(visit, 40);
  await slow(visit, 20);
  await begin(page, 40);
  await renewedMany(visit, 1);
  for (const wait of [0, 10, 25, 60, 140]) {
    await page.evaluate((ms) => {
      const end = performance.now() + ms;
      const look = () => (performance.now() >= end ? window.close() : setTimeout(look));
      look();
    }, wait).catch(() => {});
    page = await reopen(visit);
    await reaches(page, "Rotation interrupted");
    await press(page, "Go on");
  }
  await reaches(page, "Rotation finished");
  await agrees(visit, page, 40, { doubts: 5 * 8 });
});

test("given up: nothing more is sent, and another run can begin", {}, async (visit) => {
  const page = await openRota(visit, 40);
  await slow(visit);
  await begin(page, 40);
  await renewedMany(visit, 10);
  await page.reload();
  await isListed(page);
  await offered(visit, page);
  const renewed = Object.keys(await visit.standIn.renewalsOfAll()).length;
  await press(page, "Give up");
  await reaches(page, "Rotation stopped");
  await eventually(
    () => records(visit),
    (all) => all[`rotation ${HOST} ${ORG}`] === undefined,
  );
  assert.equal(Object.keys(await visit.standIn.renewalsOfAll()).length, renewed);
  await press(page, "Done");
  await plan(page, 40);
});

test("closed after the last project, before the run was put away: nothing stands in the way of another one", {}, async (visit) => {
  const page = await openRota(visit, 6);
  // The browser takes it that the run's note is gone only after the page.
  await page.evaluate(() => {
    const remove = chrome.storage.local.remove.bind(chrome.storage.local);
    chrome.storage.local.remove = (name) => (name.startsWith("rotation ") ? new Promise(() => {}) : remove(name));
  });
  await begin(page, 6);
  await reaches(page, "Rotation finished");
  await page.close();
  assert.ok((await records(visit))[`rotation ${HOST} ${ORG}`]);
  const again = await reopen(visit);
  const said = await reaches(again, "Rotation finished");
  assert.deepEqual([said.ended, said.total, said.renewed], [6, 6, 6]);
  await eventually(
    () => records(visit),
    (all) => all[`rotation ${HOST} ${ORG}`] === undefined,
  );
  await press(again, "Done");
  await begin(again, 6);
  await reaches(again, "Rotation finished");
  assert.ok(Object.values(await visit.standIn.renewalsOfAll()).every((count) => count === 2));
});

/** Does something in a browser of its own, which ada is signed in with. */
async function inAnother(visit, args, act) {
  const chromium = await startBrowser(visit.standIn, { args });
  const { browser, id, origin } = chromium;
  try {
    await signIn(browser, visit.standIn, "ada");
    const own = { t: visit.t, standIn: visit.standIn, browser, id, origin, backRoom: await enterBackRoom(chromium) };
    own.open = async (path) => {
      own.page ??= await browser.newPage();
      await own.page.goto(`https://sonarcloud.io${path}`);
      return clickToolbarButton(chromium, own.page);
    };
    await act(own);
  } finally {
    await stopBrowser(browser);
  }
}

/** Freezes a page; answers what ends that. */
async function freeze(page) {
  const session = await page.createCDPSession();
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  return () => session.send("Page.setWebLifecycleState", { state: "active" });
}

test("the computer sleeps in the middle: the run goes on, and renews nothing twice", { timeout: 90_000 }, async (visit) => {
  const page = await openRota(visit, 60);
  await slow(visit);
  await begin(page, 60);
  await renewedMany(visit, 15);
  const wakes = await Promise.all([page, visit.page].map(BROWSER === "firefox" ? (it) => it.hang() : freeze));
  await pause(1_000);
  const asleep = await counted(visit, `POST ${RENEW}`);
  await pause(3_000);
  assert.equal(await counted(visit, `POST ${RENEW}`), asleep, "nothing is sent while asleep");
  assert.ok(asleep < 60);
  for (const wake of wakes) await wake();
  // Chromium draws a page that was frozen once it was hidden and shown.
  await visit.page.bringToFront();
  await page.bringToFront();
  await reaches(page, "Rotation finished");
  await agrees(visit, page, 60, { doubts: 8 });
});
