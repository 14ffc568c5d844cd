// Every fault of the stand-in, with the statuses that mean something different
// to a person: how it is set, and which sentence of ours names it.

const status = (code, more = {}) => ({ kind: "status", status: code, ...more });

/**
 * The faults. `reason` is the message that explains it, `get` and `post` are those
 * where it means another thing for reading and for renewing; none where nothing
 * is wrong. `doubt` says that what the server did cannot be told from it.
 */
export const FAULTS = [
  { name: "late", spoils: { kind: "delay", ms: 1_000 }, succeeds: true, alwaysActs: true },
  { name: "drop", spoils: { kind: "drop" }, reason: "connection_lost", doubt: true },
  { name: "hang", spoils: { kind: "hang" }, reason: "timed_out", doubt: true, lingers: true },
  { name: "204", spoils: status(204), get: "unreadable", post: "unchanged", succeeds: true },
  { name: "400", spoils: status(400), reason: "refused" },
  { name: "401", spoils: status(401), get: "no_browse", post: "session_refused" },
  { name: "403", spoils: status(403), get: "no_browse", post: "no_administer" },
  { name: "403 of Cloudflare", spoils: status(403, { cloudflare: true }), reason: "page_came", doubt: true },
  { name: "404", spoils: status(404), reason: "not_offered" },
  { name: "429", spoils: status(429, { retry_after: 1 }), reason: "rate_limited" },
  { name: "500", spoils: status(500), reason: "server_trouble", doubt: true },
  { name: "503", spoils: status(503, { retry_after: 1 }), reason: "server_trouble", doubt: true },
  { name: "504", spoils: status(504), reason: "server_trouble", doubt: true, lingers: true },
  { name: "html", spoils: { kind: "html" }, reason: "page_came", doubt: true },
  { name: "truncated", spoils: { kind: "truncated" }, reason: "unreadable", doubt: true },
  { name: "wrong types", spoils: { kind: "wrong_types" }, get: "unreadable", post: "unchanged", succeeds: true },
];

/** The message that explains a fault at a request of this method, if anything is wrong. */
export const reasonOf = (fault, method) => fault[method.toLowerCase()] ?? fault.reason;
