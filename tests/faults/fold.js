// The matrix with its ends folded: what of a fault and a request stays the same
// whatever becomes of popup and tab, and what does not.
import { table } from "./report.js";

/** The tables of a run's rows, as Markdown. */
export function fold(rows) {
  const isRenewal = (row) => row.request === "renewal";
  return [
    "### The renewal itself\n",
    foldInto(rows.filter(isRenewal), ({ job, end }) => `${JOBS[job]}, ${STAYS.includes(end) ? "page stays" : "page or tab goes"}`),
    "### What is read before and after it\n",
    foldInto(rows.filter((row) => !isRenewal(row)), ({ job, request }) => `${JOBS[job]}: ${request}`),
  ].join("\n");
}

const JOBS = { main: "popup", rotation: "rotation" };
const STAYS = ["popup stays", "worker killed"];

function foldInto(rows, columnOf) {
  const columns = [...new Set(rows.map(columnOf))];
  const troubles = [...new Set(rows.map(({ trouble }) => trouble))];
  const cell = (trouble, column) => {
    const own = rows.filter((row) => row.trouble === trouble && columnOf(row) === column);
    return [...new Set(own.map(inShort).filter(Boolean))].join("; ");
  };
  return table(["fault", ...columns], troubles.map((trouble) => [trouble, ...columns.map((column) => cell(trouble, column))]));
}

/**
 * The outcome, and how often the stand-in renewed the token, where anything was to be renewed. Who
 * closes a popup that has just renewed was told nothing, and has nothing left open.
 */
const inShort = ({ part, outcome, renewals }) =>
  part === "opening" || outcome === "FAILED" ? outcome : `${outcome ?? "nothing told"}: ${renewals}`;
