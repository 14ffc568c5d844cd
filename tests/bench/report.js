// What the bench leaves behind: figures as JSON, the table as Markdown, the chart;
// and, where that is wanted, the last two in the papers.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chart } from "./chart.js";
import { markdown } from "./table.js";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const OUT = at("dist/bench/");
const PAPER = at("docs/performance.md");
const PICTURE = at("docs/images/growth.svg");
const MARKS = ["<!-- bench: begin -->\n", "<!-- bench: end -->"];

/** Keeps what has been measured so far; `head` says where and how. */
export function keep({ head, wish, figures, lines }) {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}bench.json`, `${JSON.stringify({ head, wish, figures }, null, 2)}\n`);
  writeFileSync(`${OUT}bench.md`, table(head, lines));
  if (figures.growth) writeFileSync(`${OUT}growth.svg`, chart(figures.growth));
}

/** Puts the table and the chart into the papers. */
export function record({ head, figures, lines }) {
  const paper = readFileSync(PAPER, "utf8");
  const [begin, end] = MARKS.map((mark) => paper.indexOf(mark));
  if (begin < 0 || end < begin) throw new Error(`${PAPER} has no place for the table`);
  writeFileSync(PAPER, paper.slice(0, begin + MARKS[0].length) + table(head, lines) + paper.slice(end));
  if (figures.growth) writeFileSync(PICTURE, chart(figures.growth));
}

const table = (head, lines) => `${head}\n\n${markdown(lines)}\n`;
