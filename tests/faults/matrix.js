// The matrix: every fault at every request, before and after it was carried out
// where it does something, with every end.
import { ENDS } from "./ends.js";
import { FAULTS } from "./faults.js";
import { REQUESTS } from "./requests.js";

/** What strikes, as a person would say it: `drop, carried out`. */
export function troubleOf({ fault, acts }) {
  if (acts === undefined || fault.alwaysActs) return fault.name;
  return `${fault.name}, ${acts ? "carried out" : "not carried out"}`;
}

/** All cases, each with a name that tells it from all others. */
export const MATRIX = REQUESTS.flatMap((request) =>
  FAULTS.flatMap((fault) =>
    momentsOf(request, fault).flatMap((acts) =>
      ENDS.map((end) => ({ request, fault, acts, end, name: nameOf({ request, fault, acts, end }) })),
    ),
  ),
);

/** Whether the server has acted when the fault strikes: both, one of them, or there is nothing to be done. */
function momentsOf({ method }, { alwaysActs }) {
  if (method !== "POST") return [undefined];
  return alwaysActs ? [true] : [false, true];
}

function nameOf({ request, end, ...rest }) {
  return `${request.job}: ${request.name} (${request.method}) · ${troubleOf(rest)} · ${end.name}`;
}
