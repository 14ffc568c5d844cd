// A rotation under a fault: the page of all projects is opened and two tokens are
// to be renewed; whoever looks afterwards finds the truth, and the run its end.
import assert from "node:assert/strict";
import { closePage } from "../browser/support/browser.js";
import { openDashboard } from "../browser/support/dashboard.js";
import {
  begin, counted, entries, key, openRota, ORG, reaches, RENEW,
} from "../browser/support/rotation.js";
import { eventually, press } from "../browser/support/screen.js";
import { isUndisturbed, isWatched } from "./ends.js";
import { letIntentsAge, openIntents, openRuns } from "./intents.js";
import { atRest } from "./sight.js";
import { hurryAtRest, spoil } from "./spoil.js";

/** The projects of a run; the fault strikes the first one's requests. */
const PROJECTS = [key(1), key(2)];

/** Plays a case; answers what was said then and later, how the struck project's turn ended, and what the stand-in counted. */
export async function playRotation(seat, kase) {
  const { standIn, visit } = seat;
  const { request, end } = kase;
  const renewing = request.part === "renewing";
  const page = await (renewing ? rotateSpoilt(seat, kase) : openSpoilt(seat, kase));
  await end.strike(seat, page, "rotation");
  await standIn.release();
  const first = isWatched(end, "rotation") ? await atRest(page, (names) => !renewing || names.length > 0) : null;
  const sent = await counted(visit, `POST ${RENEW}`);

  await standIn.clearFaults();
  await closePage(page).catch(() => {});
  await letIntentsAge(visit);
  const again = await openDashboard(visit, { organization: ORG });
  const later = await atRest(again);
  assert.equal(await counted(visit, `POST ${RENEW}`), sent, "opening sends nothing");
  if (later.includes("run_was_left")) {
    await press(again, "Go on");
    await reaches(again, "Rotation finished");
  }
  const renewals = await renewalsOfEach(standIn);
  const ending = renewing ? await tellsTheTruth(visit, renewals, end) : undefined;
  await rotatesAfresh(seat, again, renewals);
  return { first, later, ending, renewals: renewals[0], sent };
}

async function openSpoilt({ standIn, visit }, kase) {
  await standIn.addProjects({ organization: ORG, count: PROJECTS.length, private_share: 1 });
  const arrived = await spoil(standIn, kase);
  const page = await openDashboard(visit, { organization: ORG, listed: false });
  await hurryAtRest(page, kase);
  await arrived();
  return page;
}

async function rotateSpoilt({ standIn, visit }, kase) {
  const page = await openRota(visit, PROJECTS.length);
  const arrived = await spoil(standIn, kase, PROJECTS[0]);
  await hurryAtRest(page, kase);
  await begin(page, PROJECTS.length);
  await arrived();
  return page;
}

async function renewalsOfEach(standIn) {
  const all = await standIn.renewalsOfAll();
  return PROJECTS.map((project) => all[project] ?? 0);
}

/** Checks the record of a run that is over, and answers how the struck project's turn ended. */
async function tellsTheTruth(visit, renewals, end) {
  const told = await entries(visit);
  const endings = PROJECTS.map((project) => {
    const own = told.filter((entry) => entry.project === project);
    assert.equal(own.length, 1, `${project} has one entry in the record`);
    return own[0].ending;
  });
  // The second one's request may be on its way, too, when the page goes.
  const [, other] = endings;
  assert.ok(other === "renewed" || (other === "unknown" && !isUndisturbed(end)), `what no fault struck is ${other}`);
  assert.ok(renewals[1] === 1 || (renewals[1] === 0 && other === "unknown"), `it was renewed ${renewals[1]} times`);
  return endings[0];
}

async function rotatesAfresh({ standIn, visit }, page, before) {
  if (await page.$eval("#run", (it) => it.checkVisibility())) await press(page, "Done");
  await begin(page, PROJECTS.length);
  // What the page says of the run before may still stand there.
  await eventually(
    () => renewalsOfEach(standIn),
    (now) => assert.deepEqual(now, before.map((count) => count + 1), "a fresh rotation renews each once"),
  );
  await reaches(page, "Rotation finished");
  for (const open of [openIntents, openRuns]) {
    await eventually(
      () => open(visit),
      (names) => assert.deepEqual(names, [], "nothing is left open"),
    );
  }
}
