// The rooms without a browser, natively: criterion measures, its estimates are
// read from where it keeps them.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ranged } from "./numbers.js";
import { line } from "./table.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const KEPT = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "criterion");
const UNITS = [["s", 1e9], ["ms", 1e6], ["µs", 1e3], ["ns", 1]];

/** The results of the last run: what was measured, and the median in nanoseconds with its 95 % interval. */
function estimates() {
  const files = readdirSync(KEPT, { recursive: true }).filter((path) => /new[\\/]benchmark\.json$/.test(path));
  const read = (path) => JSON.parse(readFileSync(join(KEPT, path), "utf8"));
  return files.sort().map((path) => {
    const { median } = read(path.replace(/benchmark\.json$/, "estimates.json"));
    const { lower_bound: least, upper_bound: most } = median.confidence_interval;
    return { name: read(path).title, median: median.point_estimate, least, most };
  });
}

function told({ name, ...spread }) {
  const [unit, size] = UNITS.find(([, size]) => spread.median >= size) ?? UNITS.at(-1);
  const scaled = Object.fromEntries(Object.entries(spread).map(([of, value]) => [of, value / size]));
  return line(`native: ${name}, ${unit} (median, its 95 % interval)`, { ours: ranged(scaled) });
}

export function core() {
  // What an older version measured under another name is not to be told.
  rmSync(KEPT, { recursive: true, force: true });
  const { status } = spawnSync("cargo", ["bench", "--locked", "-p", "core-bench"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error("the bench of the core failed");
  const all = estimates();
  return { figures: all, lines: all.map(told) };
}
