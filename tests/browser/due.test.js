// The number of due tokens on the toolbar icon: counted from what is stored, by
// itself, without asking anybody.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { background, insideBackground, putToSleep } from "./support/background.js";
import { DIST, enterBackRoom, startBrowser, stopBrowser } from "./support/browser.js";
import { noPolicies, underPolicies } from "./support/company.js";
import {
  ACME, button, carries, keys, policy, renewed, roster, write,
} from "./support/due.js";
import { scene } from "./support/scene.js";
import { eventually } from "./support/screen.js";
import { watch } from "./support/watch.js";

const play = scene();

// Why one of these is Chromium's alone.
const DISPATCHES = "only Chromium lets its events be sent by hand";

/** Declares a test that nobody is signed in for, and that begins with nothing due. */
const test = (name, options, body) =>
  play(name, { as: null, ...options }, async (visit) => {
    await carries(visit.backRoom, "");
    await body(visit);
  });

/** A folder that is gone when the work is done. */
async function withFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Does something in a Chromium of its own. */
async function inAnother(visit, options, work) {
  const chromium = await startBrowser(visit.standIn, options);
  try {
    await work({ ...chromium, backRoom: await enterBackRoom(chromium) });
  } finally {
    await stopBrowser(chromium.browser);
  }
}

/** How well a text is read on a background, by WCAG's formula. */
function contrast(text, background) {
  const light = ([red, green, blue]) =>
    [[red, 0.2126], [green, 0.7152], [blue, 0.0722]].reduce((sum, [value, share]) => {
      const part = value / 255;
      return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0.05);
  const [darker, lighter] = [light(text), light(background)].sort((a, b) => a - b);
  return lighter / darker;
}

test("the toolbar icon carries how many tokens are due, and says it in words", {}, async (visit) => {
  const { backRoom } = visit;
  assert.equal((await button(backRoom)).title, "Rebadge");

  await write(backRoom, { [`roster ${ACME}`]: roster(["a", "b", "c", "d"], 60) });
  assert.equal((await carries(backRoom, "4")).title, "Rebadge\n4 badge tokens are due for rotation");

  await write(backRoom, {
    "ledger https://sonarcloud.io a": renewed(55),
    "ledger https://sonarcloud.io b": renewed(54),
    "ledger https://sonarcloud.io c": renewed(1),
  });
  assert.equal(
    (await carries(backRoom, "1")).title,
    "Rebadge\n1 badge token is due for rotation\n2 badge tokens will soon be due",
  );

  await write(backRoom, { [`policy ${ACME}`]: policy(365, 30) });
  await carries(backRoom, "");
  await write(backRoom, { [`policy ${ACME}`]: policy(7, 6) });
  await carries(backRoom, "3");
  await backRoom.evaluate(() => chrome.storage.local.clear());
  assert.equal((await carries(backRoom, "")).title, "Rebadge");
  assert.deepEqual(await visit.standIn.requests(), [], "nobody was asked");
});

test("public projects count only where the host wants tokens for them, and bad records not at all", {}, async (visit) => {
  const { backRoom } = visit;
  await write(backRoom, {
    [`roster ${ACME}`]: roster(["open"], 90, false),
    "roster https://sonar.example/sonar": roster(["a", "b"], 90),
    "roster https://sonarqube.us broken": { version: 1, entries: "many" },
    "roster https://sonarqube.us newer": { ...roster(["a"], 90), version: 2 },
    "policy https://sonar.example/sonar": { version: 1, every: 1, warn: 0 },
    "ledger https://sonar.example/sonar a": "renewed, honestly",
    settings: { notify: "loudly" },
  });
  await carries(backRoom, "2");
});

test("ten thousand due tokens are counted in a moment, and shown as more than 999", {}, async (visit) => {
  const { backRoom } = visit;
  const projects = keys(10_000);
  const ledger = projects.map((key) => [`ledger https://sonarcloud.io ${key}`, renewed(61)]);
  await write(backRoom, { ...Object.fromEntries(ledger), [`roster ${ACME}`]: roster(projects, 5) });
  const { title } = await carries(backRoom, "999+");
  assert.equal(title, "Rebadge\n10,000 badge tokens are due for rotation");
  const colors = await backRoom.evaluate(() =>
    Promise.all([chrome.action.getBadgeTextColor({}), chrome.action.getBadgeBackgroundColor({})]),
  );
  assert.ok(contrast(...colors) >= 4.5, JSON.stringify(colors));
  // A second of quiet is waited for, and counting itself takes a part of one.
  const before = Date.now();
  await write(backRoom, { [`policy ${ACME}`]: policy(365, 0) });
  await carries(backRoom, "");
  assert.ok(Date.now() - before < 4_000, `${Date.now() - before} ms`);
});

test("a rotation that writes hundreds of records has them counted a few times only", {}, async (visit) => {
  const { backRoom } = visit;
  const projects = keys(300);
  await write(backRoom, { [`roster ${ACME}`]: roster(projects, 60) });
  await carries(backRoom, "300");
  const inside = await insideBackground(visit);
  await inside.evaluate(() => {
    globalThis.counts = 0;
    const get = chrome.storage.local.get.bind(chrome.storage.local);
    chrome.storage.local.get = (...names) => {
      globalThis.counts += 1;
      return get(...names);
    };
  });
  for (const key of projects) {
    await write(backRoom, { [`ledger https://sonarcloud.io ${key}`]: renewed(0) });
  }
  await carries(backRoom, "");
  const counts = await inside.evaluate(() => globalThis.counts);
  assert.ok(counts >= 1 && counts <= 4, `${counts} counts`);
});

test("a daily alarm keeps it true while nobody looks, and comes back when it is lost", {}, async (visit) => {
  const { backRoom } = visit;
  const alarm = () => backRoom.evaluate(() => chrome.alarms.get("due"));
  const daily = (found) => found?.periodInMinutes === 24 * 60;
  await eventually(alarm, daily);
  await write(backRoom, { [`roster ${ACME}`]: roster(["a", "b"], 60) });
  await carries(backRoom, "2");
  const { scheduledTime } = await alarm();
  assert.ok(scheduledTime > Date.now() + 23 * 3_600_000, "not put off, nor too early");

  // Whatever stands there is not true any more once a day has passed.
  await putToSleep(visit);
  await backRoom.evaluate(async () => {
    await chrome.action.setBadgeText({ text: "?" });
    await chrome.alarms.create("due", { when: Date.now() + 100 });
  });
  await carries(backRoom, "2");
  await eventually(alarm, daily);

  // Counting again does not put the alarm off.
  const before = (await alarm()).scheduledTime;
  await write(backRoom, { [`roster ${ACME}`]: roster(["a"], 60) });
  await carries(backRoom, "1");
  assert.equal((await alarm()).scheduledTime, before);
});

test("a background program that was asleep wakes up for a change", {}, async (visit) => {
  const { backRoom } = visit;
  await putToSleep(visit);
  await write(backRoom, { [`roster ${ACME}`]: roster(["a"], 60) });
  await carries(backRoom, "1");
  const heard = await watch(background(visit));
  await pause(200);
  assert.deepEqual(heard, []);
});

test("after a restart of the browser the icon carries its number again", {}, async (visit) => {
  await withFolder(async (folder) => {
    const options = { args: [`--user-data-dir=${folder}`] };
    await inAnother(visit, options, async ({ backRoom }) => {
      await write(backRoom, { [`roster ${ACME}`]: roster(["a", "b"], 60) });
      await carries(backRoom, "2");
    });
    await inAnother(visit, options, async ({ backRoom }) => {
      await carries(backRoom, "2");
      assert.equal((await button(backRoom)).title, "Rebadge\n2 badge tokens are due for rotation");
    });
  });
});

/** A copy of the extension to which notifications are allowed: nobody is there to allow them. */
async function allowed(folder) {
  const dist = join(folder, "extension");
  await cp(DIST, dist, { recursive: true });
  const manifest = JSON.parse(await readFile(join(dist, "manifest.json"), "utf8"));
  manifest.permissions.push(...manifest.optional_permissions);
  delete manifest.optional_permissions;
  await writeFile(join(dist, "manifest.json"), JSON.stringify(manifest));
  return dist;
}

test("the desktop is told of due tokens once asked for, and not twice a day", { chromium: DISPATCHES }, async (visit) => {
  await withFolder(async (folder) => {
    await inAnother(visit, { dist: await allowed(folder) }, async ({ browser, id, backRoom }) => {
      const shown = () => backRoom.evaluate(() => chrome.notifications.getAll());
      const told = async () => (await backRoom.evaluate(() => chrome.storage.local.get("told"))).told;
      await write(backRoom, { [`roster ${ACME}`]: roster(keys(12), 60) });
      await carries(backRoom, "12");
      assert.deepEqual(await shown(), {}, "off until asked for");

      await write(backRoom, { settings: { version: 1, notify: true, keep_days: 400 } });
      await eventually(told, (kept) => kept?.due === 12);
      assert.deepEqual(await shown(), { due: true });

      // More on the same day: not a word.
      await backRoom.evaluate(() => chrome.notifications.clear("due"));
      await write(backRoom, { [`roster ${ACME}`]: roster(keys(13), 60) });
      await carries(backRoom, "13");
      await pause(300);
      assert.deepEqual(await shown(), {});

      // The day after, they are told.
      await write(backRoom, { told: { ...(await told()), at: Date.now() - 86_400_000 } });
      await backRoom.evaluate(() => chrome.alarms.create("due", { when: Date.now() + 100 }));
      await eventually(told, (kept) => kept.due === 13);
      assert.deepEqual(await shown(), { due: true });

      // A click on it opens the dashboard.
      const opened = browser.waitForTarget((target) => target.url().endsWith(`${id}/dashboard.html`));
      const worker = await insideBackground({ browser, id });
      await worker.evaluate(() => chrome.notifications.onClicked.dispatch("due"));
      await opened;
      await eventually(shown, (found) => Object.keys(found).length === 0);
    });
  });
});

test("without the permission nothing is told, and nothing breaks", {}, async (visit) => {
  const { backRoom } = visit;
  await write(backRoom, {
    settings: { version: 1, notify: true, keep_days: 400 },
    [`roster ${ACME}`]: roster(keys(2), 60),
  });
  await carries(backRoom, "2");
  await pause(300);
  const { told } = await backRoom.evaluate(() => chrome.storage.local.get("told"));
  assert.equal(told, undefined, "it is told once that is allowed");
});

test("a company's policy counts for everybody", { skip: noPolicies }, async (visit) => {
  await underPolicies(visit, { rotation: { every: 30, warn: 3 } }, async ({ backRoom }) => {
    await write(backRoom, {
      [`roster ${ACME}`]: roster(["a", "b"], 30),
      [`policy ${ACME}`]: policy(365, 0),
      "ledger https://sonarcloud.io b": renewed(27),
    });
    assert.equal(
      (await carries(backRoom, "1")).title,
      "Rebadge\n1 badge token is due for rotation\n1 badge token will soon be due",
    );
  });
});

test("a company's bad word reaches Rebadge, and falls back", { skip: noPolicies }, async (visit) => {
  await underPolicies(visit, { rotation: { every: 3, warn: 9 } }, async ({ backRoom }) => {
    await write(backRoom, { [`roster ${ACME}`]: roster(["a", "b"], 51) });
    await eventually(() => button(backRoom), ({ title }) => title === "Rebadge\n2 badge tokens will soon be due");
  });
});
