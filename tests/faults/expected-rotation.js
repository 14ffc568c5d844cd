// What has to come of a rotation. It does not read tokens before it renews them,
// and these were never seen here: an answer that is lost leaves a doubt, and one
// that is false is believed.

const FINISHED = ["run_finished", "run_is_finished"];
const rests = (reason) => ["run_had_to_rest", reason, "run_rests"];

/** Why the page's way to the host is gone. */
const AWAY = { "tab navigated": "navigated", "tab closed": "tab_gone" };

/** Refusals after which a run tries again, by itself or when it is told to go on; most tries are five. */
const TRIED_AGAIN = ["400", "401", "429"];
const MOST_TRIES = 5;

export function expectedOfRotation(circumstances) {
  const { part, request } = circumstances;
  if (part === "opening") {
    return { first: [openingSays(circumstances)], later: [[]], renewals: 0, sent: 0, ending: undefined };
  }
  const { end, reason } = circumstances;
  return {
    first: [FINISHED, rests(AWAY[end] ?? reason)],
    later: [[], ["run_was_left"]],
    ...(request === "renewal" ? renewalEnds(circumstances) : { ending: "renewed", renewals: 1, sent: [1, 2] }),
  };
}

function openingSays({ request, fault, reason, end, isUndisturbed }) {
  if (request === "projects") {
    if (!isUndisturbed) return ["list_incomplete", AWAY[end]];
    // Another endpoint lists them as well.
    return ["late", "403", "404"].includes(fault.name) ? [] : ["list_incomplete", reason];
  }
  const isSignedOut = request === "user" && fault.name === "401" && isUndisturbed;
  return isSignedOut ? ["list_incomplete", "not_signed_in", "sign_in_and_return"] : [];
}

function renewalEnds({ fault, acts, isUndisturbed }) {
  const happened = acts ? 1 : 0;
  if (!isUndisturbed) return { ending: "unknown", renewals: happened, sent: [1, 2] };
  if (fault.doubt) return { ending: "unknown", renewals: happened, sent: 2 };
  // Where nothing was carried out, a success is believed all the same.
  if (fault.succeeds) return { ending: "renewed", renewals: happened, sent: 2 };
  if (TRIED_AGAIN.includes(fault.name)) return triedAgain(acts);
  // Where it was carried out, a refusal is believed all the same.
  return { ending: "not-renewed", renewals: happened, sent: 2 };
}

/** A server that refuses and acts each time is asked again: the one way to more than one renewal. */
function triedAgain(acts) {
  const upTo = (most) => Array.from({ length: most + 1 }, (_, count) => count);
  return {
    ending: ["renewed", "not-renewed"],
    renewals: acts ? upTo(MOST_TRIES + 1).slice(1) : [0, 1],
    sent: upTo(MOST_TRIES + 1).slice(2),
  };
}
