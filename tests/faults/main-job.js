// The main job under a fault: a project's popup is opened, its token renewed, and
// whoever looks afterwards has to find the truth.
import assert from "node:assert/strict";
import { closePage } from "../browser/support/browser.js";
import { openReady, posts, RENEWED, showsTheRealToken } from "../browser/support/renewal.js";
import { entries } from "../browser/support/rotation.js";
import { PROJECT } from "../browser/support/scene.js";
import { announces, eventually, press } from "../browser/support/screen.js";
import { isWatched } from "./ends.js";
import { letIntentsAge, openIntents } from "./intents.js";
import { atRest } from "./sight.js";
import { hurryAtRest, spoil } from "./spoil.js";

const PAGE = `/project/overview?id=${PROJECT}`;

/** Plays a case; answers what was said then and later, and what the stand-in counted in between. */
export async function playMainJob(seat, kase) {
  const { standIn, visit } = seat;
  const { request, end } = kase;
  const renewing = request.part === "renewing";
  const popup = await (renewing ? renewSpoilt(seat, kase) : openSpoilt(seat, kase));
  await end.strike(seat, popup, "main");
  await standIn.release();
  const first = isWatched(end, "main") ? await atRest(popup, (names) => !renewing || names.length > 0) : null;
  const sent = await posts(visit);
  const wasOpen = (await openIntents(visit)).length > 0;

  await standIn.clearFaults();
  await closePage(popup).catch(() => {});
  await letIntentsAge(visit);
  const later = await findsTheTruth(seat);
  const renewals = await standIn.renewals(PROJECT);
  assert.equal(await posts(visit), sent, "looking sends nothing");
  if (renewals > 0) assert.ok(await isWrittenDown(visit), "what was renewed is in the record");
  await renewsAfresh(seat, { renewals, sent });
  return { first, wasOpen, later, renewals, sent };
}

async function openSpoilt({ standIn, visit }, kase) {
  await visit.go(PAGE);
  const arrived = await spoil(standIn, kase);
  const popup = await visit.click();
  await arrived();
  return popup;
}

async function renewSpoilt({ standIn, visit }, kase) {
  const popup = await openReady(visit);
  const arrived = await spoil(standIn, kase);
  await hurryAtRest(popup, kase);
  await press(popup, "Renew token");
  await arrived();
  return popup;
}

/** Opens the popup anew: nothing stays open, and what can be copied holds the token there is. */
async function findsTheTruth({ visit }) {
  const popup = await visit.open(PAGE);
  await eventually(
    () => openIntents(visit),
    (open) => assert.deepEqual(open, [], "a renewal is left open"),
    { patience: 15_000 },
  );
  const names = await atRest(popup);
  await showsTheRealToken(visit, popup);
  return names;
}

const isWrittenDown = async (visit) => (await entries(visit)).some(({ project }) => project === PROJECT);

async function renewsAfresh({ standIn, visit }, { renewals, sent }) {
  await press(visit.popup, "Renew token");
  await announces(visit.popup, RENEWED);
  assert.equal(await standIn.renewals(PROJECT), renewals + 1, "a fresh renewal renews once");
  assert.equal(await posts(visit), sent + 1, "by one request");
  assert.deepEqual(await openIntents(visit), []);
}
