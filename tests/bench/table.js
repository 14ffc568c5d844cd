// The one table of the bench, on the terminal and as Markdown.

const COLUMNS = ["measured", "Rebadge", "floor", "ratio", "goal", "held"];

/**
 * A line of the table. `value` is what the goal is about; there may be no floor
 * and no goal.
 */
export const line = (name, { ours = "", floor = "", ratio = "", value, goal, unit = "" }) => ({
  name,
  ours,
  floor,
  ratio,
  value,
  goal,
  unit,
  held: goal === undefined ? undefined : value <= goal,
});

const cells = (it) => [
  it.name,
  it.ours,
  it.floor,
  it.ratio,
  it.goal === undefined ? "" : `≤ ${it.goal}${it.unit}`,
  it.held === undefined ? "" : it.held ? "yes" : "NO",
];

export function print(lines) {
  const rows = lines.map(cells);
  const widths = COLUMNS.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const say = (row) => console.log(row.map((cell, at) => pad(cell, widths[at], at)).join("  ").trimEnd());
  say(COLUMNS);
  say(widths.map((width) => "─".repeat(width)));
  rows.forEach(say);
}

/** The same for a paper. */
export function markdown(lines) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [row(COLUMNS), row(COLUMNS.map(() => "---")), ...lines.map((it) => row(cells(it).map((cell) => cell.trim())))].join("\n");
}

const pad = (cell, width, at) => (at === 0 || at > 3 ? cell.padEnd(width) : cell.padStart(width));
