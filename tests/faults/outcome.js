// What the messages on a page say about a renewal: that it was carried out, that
// it was not, or that nobody can tell yet.

const CLAIMS = {
  renewed: ["renewed", "renewed_elsewhere", "renewed_unreadable", "renewed_unread", "settled_renewed"],
  "not renewed": ["not_renewed", "settled_not_renewed"],
  "not known": ["renewal_unknown", "settled_incomparable"],
};

/** What is claimed by these messages; nothing where they are about something else. */
const claimOf = (names) =>
  Object.keys(CLAIMS).find((claim) => names?.some((name) => CLAIMS[claim].includes(name)));

/** What the record of a rotation calls them. */
const ENDINGS = { renewed: "renewed", "renewed-elsewhere": "renewed", "not-renewed": "not renewed", unknown: "not known" };

/**
 * The outcome of a case in a few words. Of a renewal: what was told in the end, and
 * before it where that was another. Of an opening: whether anything was missing.
 */
export function outcomeOf({ first, later, ending }, part) {
  if (part === "opening") return first && (first.length === 0 ? "complete" : "told");
  if (ending) return ENDINGS[ending];
  const [now, then] = [claimOf(first), claimOf(later)];
  return now && then && now !== then ? `${now}, later: ${then}` : (then ?? now);
}
