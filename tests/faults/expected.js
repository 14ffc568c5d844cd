// The model: what a person sees, what is found out later and what the stand-in
// counts, told from fault, request and end alone.
import assert from "node:assert/strict";
import { isUndisturbed, isWatched } from "./ends.js";
import { expectedOfMain } from "./expected-main.js";
import { expectedOfRotation } from "./expected-rotation.js";
import { reasonOf } from "./faults.js";
import { textOf } from "./sentences.js";

/** Fails unless what came of a case is what had to. */
export function assertExpected(kase, came) {
  const { request, fault, acts, end } = kase;
  const expected = (request.job === "main" ? expectedOfMain : expectedOfRotation)({
    request: request.name,
    part: request.part,
    fault,
    acts: acts ?? true,
    reason: reasonOf(fault, request.method),
    end: end.name,
    isUndisturbed: isUndisturbed(end),
  });
  const about = request.name === "picture" ? came.first : came.first?.filter((name) => !name.startsWith("picture_"));
  if (isWatched(end, request.job)) isOneOf(about, expected.first, "seen");
  isOneOf(came.later, expected.later, "seen when opened anew");
  for (const count of ["renewals", "sent", "ending"]) {
    const allowed = [expected[count]].flat();
    assert.ok(allowed.includes(came[count]), `${count}: ${came[count]}, not ${allowed.join(" or ")}`);
  }
}

/** Compares messages with all that may be said, by their texts: some have several names. */
function isOneOf(names, allowed, what) {
  const texts = names.filter((name) => !name.endsWith("_next")).map(textOf);
  const matches = (wanted) => wanted.length === texts.length && wanted.every((name) => texts.includes(textOf(name)));
  assert.ok(allowed.some(matches), `${what}: ${texts.join(" ") || "nothing"} (${names}), not ${JSON.stringify(allowed)}`);
}
