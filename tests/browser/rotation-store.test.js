// A rotation run on a storage that is full or corrupt: nothing is renewed that
// was not written down before, and nothing that was stored is lost silently.
import assert from "node:assert/strict";
import { scene } from "./support/scene.js";
import { alarms, eventually, press, reads } from "./support/screen.js";
import { write } from "./support/due.js";
import { isListed } from "./support/dashboard.js";
import {
  agrees, begin, counted, HOST, key, openRota, ORG, reaches, records, RENEW, renewedMany, reopen, run,
} from "./support/rotation.js";

const test = scene();

/** Has the page's storage refuse to write, or write again. */
const full = (page, is) =>
  page.evaluate((isFull) => {
    globalThis.usual ??= chrome.storage.local.set.bind(chrome.storage.local);
    const refuses = () => Promise.reject(new Error("Resource::kQuotaBytes quota exceeded"));
    chrome.storage.local.set = isFull ? refuses : globalThis.usual;
  }, is);

test("the storage is full in the middle: the run rests, and goes on when it is not", {}, async (visit) => {
  const page = await openRota(visit, 60);
  await visit.standIn.fault({ path: RENEW, kind: "delay", ms: 80 });
  await begin(page, 60);
  await renewedMany(visit, 15);
  await full(page, true);
  await reaches(page, "Rotation paused");
  await alarms(page, "The browser could not store a note.");
  // What is under way has come home; each was noted before it was sent.
  const renewed = Object.keys(await visit.standIn.renewalsOfAll());
  assert.ok(renewed.length < 60);
  const noted = Object.keys(await records(visit));
  for (const project of renewed) {
    assert.ok(noted.includes(`ledger ${HOST} ${project}`) || noted.includes(`intent ${HOST} ${project}`), project);
  }
  const sent = await counted(visit, `POST ${RENEW}`);
  await press(page, "Go on");
  await alarms(page, "The browser could not store a note.");
  await reaches(page, "Rotation paused");
  assert.equal(await counted(visit, `POST ${RENEW}`), sent, "without a note nothing is sent");
  await full(page, false);
  await press(page, "Go on");
  await reaches(page, "Rotation finished");
  // What was under way when it became full could not be noted as done.
  await agrees(visit, page, 60, { doubts: 8 });
});

test("the storage is full before the run: nothing is begun, and it says so", {}, async (visit) => {
  const page = await openRota(visit, 10);
  await full(page, true);
  await begin(page, 10);
  await alarms(page, "The browser could not store a note.");
  assert.equal(await run(page), null);
  assert.equal(await counted(visit, `POST ${RENEW}`), 0);
  await full(page, false);
  await press(page, "Try again");
  await isListed(page);
  await begin(page, 10);
  await reaches(page, "Rotation finished");
  await agrees(visit, page, 10);
});

test("a run that cannot be read stops others from beginning, until it is forgotten", {}, async (visit) => {
  await write(visit.backRoom, { [`rotation ${HOST} ${ORG}`]: { version: 9, begun: "yesterday", projects: "all" } });
  const page = await openRota(visit, 10);
  await alarms(page, "A rotation was begun here that this version cannot read. What it renewed is in the record. Forget it to begin another.");
  await page.click("#all");
  await reads(page, "Rotate 10 selected");
  assert.equal(await page.$eval("#rotate-selected", (it) => it.disabled), true);
  await press(page, "Forget it");
  await eventually(
    () => records(visit),
    (all) => all[`rotation ${HOST} ${ORG}`] === undefined,
  );
  await press(page, "Rotate 10 selected");
  await press(page, "Renew 10 tokens");
  await reaches(page, "Rotation finished");
  await agrees(visit, page, 10);
});

test("records that cannot be read are set aside as they are, told of, and never stand in a run's way", {}, async (visit) => {
  const broken = {
    [`ledger ${HOST} ${key(1)}`]: "renewed, honestly",
    [`ledger ${HOST} ${key(2)}`]: { token: 7, seen: "then" },
    [`roster ${HOST} ${ORG}`]: { version: 1, entries: "many" },
    [`policy ${HOST} ${ORG}`]: [1, 2],
    [`intent ${HOST} ${key(3)}`]: { at: "soon" },
    [`record 000001795344915 ${HOST} ${key(4)}`]: { nothing: true },
  };
  await write(visit.backRoom, broken);
  const page = await openRota(visit, 10);
  await begin(page, 10);
  await reaches(page, "Rotation finished");
  await press(page, "Record");
  await reads(page, "Notes that could not be read and were set aside: 5");
  const all = await records(visit);
  const aside = Object.entries(all).filter(([name]) => name.startsWith("aside "));
  const kept = Object.fromEntries(aside.map(([name, value]) => [name.replace(/^aside \d+ /, ""), value]));
  const { [`intent ${HOST} ${key(3)}`]: _, ...told } = broken;
  assert.deepEqual(kept, told);
  await press(page, "Projects");
  await agrees(visit, page, 10);
  await page.close();
  const again = await reopen(visit);
  await press(again, "Record");
  await reads(again, "Notes that could not be read and were set aside: 5");
});
