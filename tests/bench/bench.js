// `./build.sh bench`: measures, prints one table, and writes the figures behind
// it to dist/bench/bench.json. Numbers are arguments, as `rounds=3 only=typing`,
// for whoever wants less of it.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { clicking } from "./clicking.js";
import { core } from "./core.js";
import { heap } from "./heap.js";
import { listing } from "./listing.js";
import { Place } from "./place.js";
import { rotating } from "./rotating.js";
import { sizes } from "./sizes.js";
import { print } from "./table.js";
import { AT_ONCE, typing } from "./typing.js";

const OUT = fileURLToPath(new URL("../../dist/bench/", import.meta.url));

const wish = { projects: 10_000, due: 500, rounds: 5, keystrokes: 100, far: 100, only: "" };
for (const argument of process.argv.slice(2)) {
  const [name, value] = argument.split("=");
  if (!(name in wish) || value === undefined) throw new Error(`there is nothing called ${name} here`);
  wish[name] = name === "only" ? value : Number(value);
}

const PARTS = {
  listing: (place) => listing(place, { ...wish, delay: 0 }),
  "listing-far": (place) => listing(place, { ...wish, delay: wish.far }),
  heap: (place) => heap(place, wish),
  rotating: (place) => rotating(place, { ...wish, delay: 0 }),
  "rotating-far": (place) => rotating(place, { ...wish, delay: wish.far }),
};

/** Does something in a place of its own. */
async function inPlace(args, work) {
  const place = await Place.open({ ...wish, args });
  try {
    return await work(place);
  } finally {
    await place.close();
  }
}

const wanted = (name) => wish.only === "" || wish.only.split(",").includes(name);
const lines = [];
const figures = {};
const load = () => loadavg()[0].toFixed(1);
const before = load();

async function measure(name, work) {
  if (!wanted(name)) return;
  console.log(`${name} …`);
  const part = await work();
  figures[name] = part.figures;
  lines.push(...part.lines);
  keep();
}

/** After each part, so that one that breaks costs nothing but itself. */
function keep() {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}bench.json`, `${JSON.stringify({ machine: machine(), wish, figures }, null, 2)}\n`);
}

const machine = () =>
  `${cpus().length} × ${cpus()[0].model}, load ${before} before and ${load()} after, ${figures.browser}`;

await measure("core", core);
await measure("clicking", () => clicking({ rounds: 2 * wish.rounds, far: [50, 200] }));
await inPlace([], async (place) => {
  figures.browser = await place.chromium.browser.version();
  for (const [name, work] of Object.entries(PARTS)) await measure(name, () => work(place));
});
await measure("typing", () => inPlace(AT_ONCE, (place) => typing(place, wish)));
await measure("sizes", sizes);

console.log(`\n${machine()}\nmedian (least–most) of ${wish.rounds} rounds, each in turn with its floor\n`);
print(lines);
