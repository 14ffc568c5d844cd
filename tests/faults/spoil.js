// Setting a case's fault, and knowing when it has struck.
import assert from "node:assert/strict";
import { eventually } from "../browser/support/screen.js";
import { nameOf } from "./requests.js";

/** So late comes whatever is told, where something else is to happen in the meantime. */
const MEANWHILE = 1_500;

/** Sets a case's fault, of one project if that is said; answers how to wait until it has struck so many requests. */
export async function spoil(standIn, { request, fault, acts, end }, project) {
  const { method, path } = request;
  const where = { method, path, ...(project && { project }) };
  const counted = async () => (await standIn.counts())[nameOf(request)] ?? 0;
  const before = await counted();
  if (end.name !== "popup stays" && !["hang", "delay"].includes(fault.spoils.kind)) {
    await standIn.fault({ ...where, kind: "delay", ms: MEANWHILE });
  }
  await standIn.fault({ ...where, ...fault.spoils, ...(fault.spoils.kind !== "delay" && { after_acting: acts ?? true }) });
  return (times = 1) =>
    eventually(counted, (now) => assert.ok(now >= before + times, `${nameOf(request)} was not sent`), { patience: 15_000 });
}
