// `./build.sh bench`: measures, prints one table, and writes it and the figures
// behind it to dist/bench. Numbers are arguments, as `rounds=3 only=typing`, for
// whoever wants less of it; `record=1` puts the table and the chart into docs.
import { cpus, loadavg } from "node:os";
import { clicking } from "./clicking.js";
import { core } from "./core.js";
import { growth } from "./growth.js";
import { heap } from "./heap.js";
import { listing } from "./listing.js";
import { loading } from "./loading.js";
import { Place } from "./place.js";
import { keep, record } from "./report.js";
import { resting } from "./resting.js";
import { rotating } from "./rotating.js";
import { sizes } from "./sizes.js";
import { print } from "./table.js";
import { AT_ONCE, typing } from "./typing.js";

const wish = { projects: 10_000, due: 500, rounds: 5, keystrokes: 100, far: 100, only: "", record: 0 };
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
  growth: (place) => growth(place, { rounds: Math.ceil(wish.rounds / 2) }),
  loading: (place) => loading(place, wish),
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
  // After each part, so that one that breaks costs nothing but itself.
  keep(all());
}

const all = () => ({ head: head(), wish, figures, lines });

const head = () =>
  `${cpus().length} × ${cpus()[0].model}, load ${before} before and ${load()} after, ${figures.browser}; ` +
  `median (least–most) of ${wish.rounds} rounds and more, each in turn with its floor.`;

await measure("clicking", () => clicking({ rounds: 2 * wish.rounds, far: [50, 200] }));
await inPlace([], async (place) => {
  figures.browser = await place.chromium.browser.version();
  for (const [name, work] of Object.entries(PARTS)) await measure(name, () => work(place));
});
await measure("resting", resting);
await measure("typing", () => inPlace(AT_ONCE, (place) => typing(place, wish)));
await measure("sizes", sizes);
await measure("core", core);

console.log(`\n${head()}\n`);
print(lines);
if (wish.record) record(all());
