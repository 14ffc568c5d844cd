// A rotation run through the real dashboard: what it sends, what it says, and
// how it pauses, goes on and stops.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { scene } from "./support/scene.js";
import { announces, eventually, press, words } from "./support/screen.js";
import {
  agrees, begin, counted, entries, exported, HOST, key, openRota, ORG, reaches, records, RENEW, renewedMany, run, TOKEN,
} from "./support/rotation.js";

const test = scene();

/** Makes every renewal take so long that there is a middle. */
const slow = (visit, ms = 60) => visit.standIn.fault({ path: RENEW, kind: "delay", ms });

test("all that is selected is renewed once, with two requests each", {}, async (visit) => {
  const page = await openRota(visit, 100);
  await begin(page, 100);
  await reaches(page, "Rotation finished");
  await announces(page, "The rotation is finished.");
  // Two requests a renewal.
  assert.equal(await counted(visit, `POST ${RENEW}`), 100);
  assert.equal(await counted(visit, `GET ${TOKEN}`), 100);
  await agrees(visit, page, 100);
  assert.ok((await entries(visit)).every((entry) => entry.ending === "renewed" && entry.login === "ada"));
});

test("paused, nothing more is sent; going on, it ends; nothing is renewed twice", {}, async (visit) => {
  const page = await openRota(visit, 60);
  await slow(visit);
  await begin(page, 60);
  await renewedMany(visit, 10);
  await press(page, "Pause");
  await reaches(page, "Rotation paused");
  const sent = await quiet(visit);
  assert.ok(sent < 60, `${sent} were sent`);
  assert.deepEqual((await run(page)).buttons, ["Go on", "Stop"]);
  assert.equal((await run(page)).renewed, sent, "what was under way has come home");
  await press(page, "Go on");
  await reaches(page, "Rotation finished");
  await agrees(visit, page, 60);
});

test("stopped, nothing more is sent, and what was under way is in the record", {}, async (visit) => {
  const page = await openRota(visit, 60);
  await slow(visit, 300);
  await begin(page, 60);
  await renewedMany(visit, 8);
  await press(page, "Stop");
  await reaches(page, "Rotation stopped");
  const sent = await quiet(visit);
  assert.ok(sent < 60, `${sent} were sent`);
  const said = await run(page);
  assert.equal(said.renewed, sent);
  const renewed = Object.keys(await visit.standIn.renewalsOfAll()).toSorted();
  assert.deepEqual((await entries(visit)).map(({ project }) => project).toSorted(), renewed);
  assert.equal((await records(visit))[`rotation ${HOST} ${ORG}`], undefined);
  await press(page, "Done");
  await eventually(() => run(page), (said) => said === null);
});

/** Waits until no renewal arrives any more, and answers how many did. */
async function quiet(visit) {
  for (let before = -1; ;) {
    const now = await counted(visit, `POST ${RENEW}`);
    if (now === before) return now;
    before = now;
    await pause(700);
  }
}

test("no token is at rest, in a log, an address or the page; and in a file only when asked for", {}, async (visit) => {
  const page = await openRota(visit, 20);
  await begin(page, 20);
  await reaches(page, "Rotation finished");
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, place) => visit.standIn.token(key(place + 1))));
  const without = await exported(visit, page);
  const stored = await visit.backRoom.evaluate(async () => {
    const areas = await Promise.all(["local", "session", "sync"].map((name) => chrome.storage[name].get()));
    const databases = await indexedDB.databases();
    return JSON.stringify([areas, { ...localStorage }, { ...sessionStorage }, databases, document.cookie]);
  });
  const places = {
    "the storage": stored,
    "the console": JSON.stringify(visit.heard),
    "the requests": await page.evaluate(() => JSON.stringify([location.href, performance.getEntries()])),
    "the dashboard": (await page.content()) + (await words(page)),
    "the host's page": await visit.page.content(),
    "the file": without,
  };
  assert.ok(stored.includes(key(20)), "something was stored to look into");
  for (const [place, text] of Object.entries(places)) {
    for (const token of tokens) {
      assert.ok(token.length > 20 && !text.includes(token.slice(4, 24)), `${place} holds a part of a token`);
    }
  }
  const { projects } = JSON.parse(await exported(visit, page, { tokens: true }));
  assert.deepEqual(projects.map(({ token }) => token).toSorted(), tokens.toSorted());
  assert.ok(projects.every(({ token, markdown }) => markdown.includes(`token=${token}`)));
});
