// How the cost grows with the number of projects: until the popup's list and the
// dashboard's have them all, until the same requests from a plain script are
// answered, and the memory of the dashboard then.
import { setTimeout as pause } from "node:timers/promises";
import { clickToolbarButton } from "../browser/support/popup.js";
import { PAGE, plainly } from "./listing.js";
import { used } from "./heap.js";
import { MB, number, spread } from "./numbers.js";
import { HOST, marked } from "./place.js";
import { line } from "./table.js";

const SIZES = [1, 10, 100, 1_000, 10_000];

/** Milliseconds from the click on the toolbar button until the popup has listed all. */
async function inPicker(place, organization) {
  await place.host.goto(`${HOST}/organizations/${organization}/projects`);
  await place.host.bringToFront();
  const begun = performance.timeOrigin + performance.now();
  const popup = await clickToolbarButton(place.chromium, place.host);
  const listed = await marked(popup, "rebadge:listed");
  const origin = await popup.evaluate(() => performance.timeOrigin);
  await popup.close();
  return origin + listed - begun;
}

/** The same since the dashboard was gone to, and its memory. */
async function inDashboard(place, organization) {
  await place.store();
  const page = await place.dashboard(organization);
  const time = await marked(page, "rebadge:listed");
  const memory = await used(page);
  await page.close();
  return { time, memory: (memory.script + memory.wasm) / MB };
}

export async function growth(place, { rounds }) {
  const figures = [];
  for (const count of SIZES) {
    const organization = `of-${count}`;
    await place.standIn.addProjects({ organization, count });
    await place.standIn.permit({ login: "ada", browse: true, administer: true });
    const times = { picker: [], dashboard: [], requests: [], memory: [] };
    for (let round = -1; round < rounds; round++) {
      const picker = await inPicker(place, organization);
      await pause(100);
      const dashboard = await inDashboard(place, organization);
      await place.host.bringToFront();
      const { all } = await plainly(place, organization, Math.ceil(count / PAGE));
      // The first of each warms up.
      if (round < 0) continue;
      times.picker.push(picker);
      times.dashboard.push(dashboard.time);
      times.memory.push(dashboard.memory);
      times.requests.push(all);
    }
    const row = { count };
    for (const [name, values] of Object.entries(times)) row[name] = spread(values);
    figures.push(row);
  }
  const told = ({ count, picker, dashboard, requests, memory }) =>
    line(`${count} projects listed: popup, dashboard, ms; memory, MB`, {
      ours: [picker, dashboard, memory].map((it) => number(it.median)).join(", "),
      floor: number(requests.median),
    });
  return { figures, lines: figures.map(told) };
}
