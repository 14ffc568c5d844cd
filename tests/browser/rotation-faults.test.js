// A rotation run on a server that refuses, breaks off, and answers nonsense:
// what is reported is what happened, and nothing happens twice.
import assert from "node:assert/strict";
import { signIn } from "./support/people.js";
import { scene } from "./support/scene.js";
import { alarms, press } from "./support/screen.js";
import {
  agrees, begin, counted, key, openRota, reaches, RENEW, renewedMany, run, TOKEN,
} from "./support/rotation.js";

const test = scene();

const post = { path: RENEW, method: "POST" };
const get = { path: TOKEN, method: "GET" };
const status = (code, more = {}) => ({ kind: "status", status: code, ...more });

/** One after the other, so that no three in a row meet the same. */
const AT_RENEWALS = [
  { kind: "drop" },
  { kind: "drop", after_acting: true },
  status(429, { retry_after: 1 }),
  status(500),
  status(500, { after_acting: true }),
  status(503, { retry_after: 1 }),
  { kind: "html" },
  { kind: "html", after_acting: true },
  { kind: "delay", ms: 600 },
];
const AT_READINGS = [{ kind: "drop" }, { kind: "truncated" }, status(500), { kind: "wrong_types" }, status(429, { retry_after: 1 })];

test("300 projects and every fault: the run ends by itself, and tells what happened", { timeout: 120_000 }, async (visit) => {
  const page = await openRota(visit, 300);
  const { standIn } = visit;
  for (let place = 0; place < 18; place += 1) {
    await standIn.fault({ ...post, skip: 12 + place * 13, times: 1, ...AT_RENEWALS[place % AT_RENEWALS.length] });
  }
  for (let place = 0; place < 15; place += 1) {
    await standIn.fault({ ...get, skip: 9 + place * 17, times: 1, ...AT_READINGS[place % AT_READINGS.length] });
  }
  // Without a word for how long to wait.
  await standIn.fault({ ...post, skip: 120, times: 1, ...status(429) });
  await standIn.fault({ ...post, skip: 200, times: 1, ...status(503) });
  const forbidden = [20, 70, 120, 170, 220, 270].map(key);
  const unreadable = [40, 140, 240].map(key);
  for (const project of forbidden) await standIn.fault({ ...post, project, ...status(403) });
  for (const project of unreadable) await standIn.fault({ ...get, project, ...status(403) });
  await begin(page, 300);
  await reaches(page, "Rotation finished", 90_000);
  const { told, server } = await agrees(visit, page, 300, { doubts: null });
  // Another fault may meet them first, and leave a doubt.
  for (const project of forbidden) assert.ok(!told.renewed.includes(project), `${project} may not be renewed`);
  for (const project of unreadable) assert.ok(!told.not.includes(project), `${project} was renewed`);
  // Only an answer that is lost for good leaves a doubt.
  assert.ok(told.unknown.length <= 15, `${told.unknown.length} not known`);
  assert.ok(server >= told.renewed.length && server <= told.renewed.length + told.unknown.length);
  assert.ok(told.renewed.length >= 270, `${told.renewed.length} renewed`);
});

test("where the tokens were known before, what did not happen is told apart, and tried again", { timeout: 120_000 }, async (visit) => {
  const page = await openRota(visit, 40);
  await begin(page, 40);
  await reaches(page, "Rotation finished");
  const before = await visit.standIn.renewalsOfAll();
  await press(page, "Done");
  const kinds = [
    { ...post, kind: "drop" },
    { ...post, kind: "drop", after_acting: true },
    { ...post, ...status(500) },
    { ...post, ...status(500, { after_acting: true }) },
    { ...post, ...status(504, { after_acting: true }) },
    { ...post, kind: "html", after_acting: true },
    { ...post, kind: "hang", after_acting: true },
    { ...post, kind: "hang" },
  ];
  for (const [place, fault] of kinds.entries()) {
    await visit.standIn.fault({ ...fault, project: key(place * 5 + 1), times: 1 });
  }
  await begin(page, 40);
  await reaches(page, "Rotation finished");
  const { told, server } = await agrees(visit, page, 40, { before, doubts: 5 });
  assert.equal(server, 40);
  // A token that has changed may be somebody else's doing: a run does not claim it.
  const acted = kinds.flatMap((fault, place) => (fault.after_acting ? [key(place * 5 + 1)] : []));
  assert.deepEqual([told.not, told.unknown.toSorted()], [[], acted]);
});

test("signed out in the middle: the run pauses and says so, and goes on after signing in", {}, async (visit) => {
  const page = await openRota(visit, 60);
  await visit.standIn.fault({ ...post, kind: "delay", ms: 60 });
  await begin(page, 60);
  await renewedMany(visit, 12);
  await visit.standIn.signEveryoneOut();
  await reaches(page, "Rotation paused");
  assert.equal(
    await alarms(page, "You are not signed in to SonarQube."),
    "The rotation rests. You are not signed in to SonarQube. Sign in there, then come back.",
  );
  assert.ok((await run(page)).renewed < 60);
  const sent = await counted(visit, `POST ${RENEW}`);
  await press(page, "Go on");
  await reaches(page, "Rotation paused");
  await alarms(page, "You are not signed in to SonarQube.");
  assert.ok((await counted(visit, `POST ${RENEW}`)) <= sent + 11, "three in a row are enough");
  await signIn(visit.browser, visit.standIn, "ada");
  await press(page, "Go on");
  await reaches(page, "Rotation finished");
  await agrees(visit, page, 60);
});

test("a firewall in between: the run pauses after three, and says so", {}, async (visit) => {
  const page = await openRota(visit, 60);
  await visit.standIn.fault({ ...post, kind: "delay", ms: 60 });
  await visit.standIn.fault({ ...post, skip: 12, ...status(403, { cloudflare: true }) });
  await begin(page, 60);
  await reaches(page, "Rotation paused");
  await alarms(page, "A web page came back instead of data.");
  const sent = await counted(visit, `POST ${RENEW}`);
  // Three, and the seven that may be under way beside the third.
  assert.ok(sent <= 12 + 3 + 7, `${sent} were sent`);
  await visit.standIn.clearFaults();
  await press(page, "Go on");
  await reaches(page, "Rotation finished");
  const { told } = await agrees(visit, page, 60, { doubts: null });
  assert.ok(told.unknown.length <= 3 + 7, `${told.unknown.length} not known`);
});
