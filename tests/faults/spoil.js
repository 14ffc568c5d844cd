// Setting a case's fault, and knowing when it has struck.
import assert from "node:assert/strict";
import { hurry } from "../browser/support/renewal.js";
import { eventually } from "../browser/support/screen.js";
import { isUndisturbed } from "./ends.js";
import { nameOf } from "./requests.js";

/** So long an answer is held back at most, while something else is to happen. */
const HELD = 20_000;

/**
 * Sets a case's fault, of one project if that is said; answers how to wait until it
 * has struck. A delay tells that, since it is gone then: one of nothing, if no more
 * is wanted of it.
 */
export async function spoil(standIn, { request, fault, acts, end }, project) {
  const { method, path } = request;
  const { kind } = fault.spoils;
  const where = { method, path, ...(project && { project }) };
  // The popup on the way to the page of all projects asks for projects, too.
  const times = request.name === "projects" ? 2 : 1;
  const isHeld = end.name !== "popup stays" && kind !== "hang";
  await standIn.fault({ ...where, kind: "delay", ms: isHeld ? HELD : 0, times });
  await standIn.fault({ ...where, ...fault.spoils, ...(kind !== "delay" && { after_acting: acts ?? true }) });
  const waiting = async () => (await standIn.state()).faults.filter((one) => one.kind === "delay" && one.times > 0);
  return () =>
    eventually(waiting, (delays) => assert.deepEqual(delays, [], `${nameOf(request)} was not sent`), { patience: 15_000 });
}

/** Lets a page's patience end soon where nothing else is going to end the wait. */
export async function hurryAtRest(page, { fault, end }) {
  if (fault.spoils.kind === "hang" && isUndisturbed(end)) await hurry(page);
}
