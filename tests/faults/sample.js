// A sample of the matrix, chosen by a seed, in which nothing is forgotten: every
// request, every end and, as far as there is room, every fault.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { troubleOf } from "./matrix.js";

/** The run's seed; whoever uses it prints it, so that the same sample can be had again. */
export const SEED = Number(process.env.REBADGE_SEED ?? Date.now() % 1_000_000);

/** So many cases, in an order that the seed draws. */
export function sampleOf(matrix, size, seed) {
  const left = shuffled(matrix, seed);
  const chosen = [];
  const seen = new Set();
  while (chosen.length < size && left.length > 0) {
    const news = left.map((kase) => traitsOf(kase).filter((trait) => !seen.has(trait)).length);
    const [next] = left.splice(news.indexOf(Math.max(...news)), 1);
    for (const trait of traitsOf(next)) seen.add(trait);
    chosen.push(next);
  }
  return chosen;
}

/** The first two are looked for in every sample; what strikes has more kinds than a small one has room for. */
const traitsOf = (kase) => [kase.request.job + kase.request.name + kase.request.part, kase.end.name, troubleOf(kase)];

function shuffled(items, seed) {
  const chance = xoroshiro128plus(seed);
  const all = [...items];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = uniformInt(chance, 0, last);
    [all[last], all[other]] = [all[other], all[last]];
  }
  return all;
}
