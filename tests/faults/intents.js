// The renewals, and the runs, that are noted as open in the extension's storage.
import { records } from "../browser/support/rotation.js";

/** Longer than a request can be on its way. */
const LONG = 20_000;

const openOnes = async (visit, beginning) =>
  Object.keys(await records(visit)).filter((name) => name.startsWith(beginning));

/** The names of the renewals there are. */
export const openIntents = (visit) => openOnes(visit, "intent ");

/** The names of the runs there are. */
export const openRuns = (visit) => openOnes(visit, "rotation ");

/** Makes each as old as one whose request cannot be on its way any more. */
export const letIntentsAge = (visit) =>
  visit.backRoom.evaluate(async (long) => {
    const all = Object.entries(await chrome.storage.local.get());
    const open = all.filter(([name]) => name.startsWith("intent "));
    await chrome.storage.local.set(Object.fromEntries(open.map(([name, it]) => [name, { ...it, at: it.at - long }])));
  }, LONG);
