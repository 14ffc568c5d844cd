// The matrix as it was played: a row for each case, as JSON for programs and as
// a table to be read. It holds messages and counts, and no token.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { troubleOf } from "./matrix.js";
import { outcomeOf } from "./outcome.js";
import { textOf } from "./sentences.js";

const FOLDER = fileURLToPath(new URL("../../dist/tests/", import.meta.url));

/** Where the rows of a browser are. */
export const fileOf = (browser, ending = "json") => `${FOLDER}fault-matrix-${browser}.${ending}`;

/** The row of a case: `came` is what was seen, nothing where the case failed. */
export function rowOf(kase, came) {
  const { request, end } = kase;
  const { job, name, method, part } = request;
  const outcome = came ? outcomeOf(came, part) : "FAILED";
  return { job, request: name, method, part, trouble: troubleOf(kase), end: end.name, ...came, outcome };
}

/** Writes the rows of a run. */
export async function write(rows, { browser, seed, all }) {
  const ordered = rows.toSorted((one, other) => one.place - other.place).map(({ place: _, ...row }) => row);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(fileOf(browser), `${JSON.stringify({ browser, seed, all, rows: ordered }, null, 1)}\n`);
  const begin = `# Fault matrix in ${browser}: ${all ? "all" : `a sample of seed ${seed}, `}${ordered.length} cases\n\n`;
  await writeFile(fileOf(browser, "md"), begin + table(HEAD, ordered.map(cells)));
}

/** A Markdown table. */
export const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |\n`).join("");

const HEAD = ["job", "request", "fault", "end", "seen then", "seen when opened anew", "outcome", "renewals", "sent"];

const cells = ({ job, request, method, trouble, end, first, later, outcome, renewals = "", sent = "" }) => [
  job, `${request} (${method})`, trouble, end, said(first), said(later), outcome ?? "", renewals, sent,
];

/** What the page said, as it was to be read. */
function said(names) {
  if (!names) return "";
  return names.length === 0 ? "nothing wrong" : names.map(textOf).join(" ");
}
