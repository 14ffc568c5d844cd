// 10,000 projects listed by the dashboard, against the same requests from a
// plain script in a page of the host: in turns, so that whatever else the
// machine does falls on both.
import { LARGE, marked } from "./place.js";
import { compared, number, ranged, spread } from "./numbers.js";
import { line } from "./table.js";

/** How many projects a page of the list has. */
export const PAGE = 500;

/** `{first, all}` in milliseconds: one page's round trip, and all pages. */
export const plainly = (place, organization, pages) =>
  place.host.evaluate(
    async (organization, pages, size) => {
      const list = async (page) => {
        const query = new URLSearchParams({ organization, p: page, ps: size });
        const answer = await fetch(`/api/projects/search?${query}`, { cache: "no-store" });
        return (await answer.json()).components.length;
      };
      const begun = performance.now();
      await list(1);
      const first = performance.now() - begun;
      let next = 2;
      // Four side by side once the first has told how many there are, as the dashboard.
      const lane = async () => {
        while (next <= pages) await list(next++);
      };
      await Promise.all([lane(), lane(), lane(), lane()]);
      return { first, all: performance.now() - begun };
    },
    organization,
    pages,
    PAGE,
  );

/** The same two of the dashboard, since it was gone to, and from its first request on. */
async function byDashboard(place) {
  await place.store();
  const page = await place.dashboard(LARGE);
  const all = await marked(page, "rebadge:listed");
  const rows = await marked(page, "rebadge:rows");
  const asked = await page.evaluate(() => globalThis.asked);
  await page.close();
  return { rows, all, asked: asked[0], requests: asked.length };
}

export async function listing(place, { projects, rounds, delay }) {
  const pages = Math.ceil(projects / PAGE);
  const far = delay > 0 ? `, each answer ${delay} ms later` : "";
  const ours = [];
  const floor = [];
  await place.far(delay);
  for (let round = 0; round < rounds + 1; round++) {
    const both = [
      async () => {
        await place.host.bringToFront();
        floor.push(await plainly(place, LARGE, pages));
      },
      async () => ours.push(await byDashboard(place)),
    ];
    for (const each of round % 2 ? both.reverse() : both) await each();
  }
  await place.far(0);
  // The first of each warms the browser and the stand-in up.
  ours.shift();
  floor.shift();
  const of = (all, pick) => all.map(pick);
  const rows = compared(of(ours, (it) => it.rows), of(floor, (it) => it.first));
  const all = compared(of(ours, (it) => it.all), of(floor, (it) => it.all));
  const allAfterwards = compared(of(ours, (it) => it.all - it.asked), of(floor, (it) => it.all));
  const begun = spread(of(ours, (it) => it.asked));
  const afterwards = compared(of(ours, (it) => it.rows - it.asked), of(floor, (it) => it.first));
  const requests = spread(of(ours, (it) => it.requests));
  const shown = ({ ours, floor, ratio }) => ({ ours: ranged(ours), floor: ranged(floor), ratio: `${number(ratio.median)} ×` });
  return {
    figures: { delay, rows, all, begun, afterwards, allAfterwards, requests },
    lines: [
      line(`first rows, from navigation on, ms${far}`, shown(rows)),
      line("  of that, until the first request is sent", { ours: ranged(begun) }),
      line("  of that, from there on: one round trip", { ...shown(afterwards) }),
      line(`all ${projects} listed, from navigation on, ms${far}`, shown(all)),
      line("  of that, from the first request on", {
        ...shown(allAfterwards), value: allAfterwards.ratio.median, goal: 1.2, unit: " ×",
      }),
      line("  requests for that", { ours: number(requests.median), floor: String(pages), value: requests.median, goal: pages }),
    ],
  };
}
