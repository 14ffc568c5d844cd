// A rotation of some hundred projects, against the same requests from a plain
// script in a page of the host, as many side by side at each moment: two
// projects at first, one more after each success, eight at most.
import { DUE, HOST } from "./place.js";
import { compared, number, ranged, spread } from "./numbers.js";
import { line } from "./table.js";
import { roster } from "../browser/support/due.js";

const [START, MOST] = [2, 8];

const names = (count) => Array.from({ length: count }, (_, at) => `${DUE}_project-${String(at + 1).padStart(5, "0")}`);

const plainly = (place, projects) =>
  place.host.evaluate(
    async (projects, start, most) => {
      const xsrf = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1];
      const renew = async (project) => {
        const body = new URLSearchParams({ project });
        const headers = { "x-xsrf-token": xsrf };
        const done = await fetch("/api/project_badges/renew_token", { method: "POST", headers, body });
        await done.text();
        const read = await fetch(`/api/project_badges/token?${body}`, { cache: "no-store" });
        return (await read.json()).token;
      };
      const begun = performance.now();
      await new Promise((finished) => {
        const waiting = [...projects];
        let [allowed, going] = [start, 0];
        const send = () => {
          while (going < allowed && waiting.length > 0) {
            going += 1;
            renew(waiting.shift()).then(() => {
              going -= 1;
              allowed = Math.min(allowed + 1, most);
              if (going === 0 && waiting.length === 0) finished();
              else send();
            });
          }
        };
        send();
      });
      return performance.now() - begun;
    },
    projects,
    START,
    MOST,
  );

/** Milliseconds from the click that begins a run until the page says that it is over. */
async function byDashboard(place, projects) {
  await place.store({ [`roster ${HOST} ${DUE}`]: roster(projects, 100) });
  const page = await place.listed(DUE);
  await page.bringToFront();
  await page.waitForSelector("#rotate-due:not(:disabled)");
  await page.click("#rotate-due");
  await page.waitForSelector("#plan[open] #plan-confirm:not(:disabled)");
  const before = await place.standIn.counts();
  const time = await page.evaluate(
    () =>
      new Promise((finished) => {
        let begun = 0;
        const title = document.querySelector("#run-title");
        const over = chrome.i18n.getMessage("run_is_finished");
        new MutationObserver(() => {
          if (title.textContent === over) finished(performance.now() - begun);
        }).observe(title, { childList: true, characterData: true, subtree: true });
        begun = performance.now();
        document.querySelector("#plan-confirm").click();
      }),
  );
  const after = await place.standIn.counts();
  const requests = Object.keys(after)
    .filter((name) => name.includes("/api/"))
    .reduce((sum, name) => sum + after[name] - (before[name] ?? 0), 0);
  await page.close();
  return { time, requests };
}

export async function rotating(place, { due, rounds, delay }) {
  const projects = names(due);
  const [ours, floor, requests] = [[], [], []];
  const before = await place.standIn.renewalsOfAll();
  await place.far(delay);
  for (let round = 0; round < rounds; round++) {
    const both = [
      async () => {
        await place.host.bringToFront();
        floor.push(await plainly(place, projects));
      },
      async () => {
        const run = await byDashboard(place, projects);
        ours.push(run.time);
        requests.push(run.requests / due);
      },
    ];
    for (const each of round % 2 ? both.reverse() : both) await each();
  }
  await place.far(0);
  const after = await place.standIn.renewalsOfAll();
  const wrong = projects.filter((key) => after[key] - (before[key] ?? 0) !== 2 * rounds);
  if (wrong.length > 0) throw new Error(`${wrong.length} projects were not renewed once a run: ${wrong[0]}`);
  const time = compared(ours, floor);
  const each = spread(requests);
  const far = delay > 0 ? `, each answer ${delay} ms later` : "";
  return {
    figures: { delay, time, requests: each },
    lines: [
      line(`${due} tokens rotated, ms${far}`, {
        ours: ranged(time.ours), floor: ranged(time.floor), ratio: `${number(time.ratio.median)} ×`,
        value: time.ratio.median, goal: 1.1, unit: " ×",
      }),
      line("  requests a renewal", { ours: number(each.median), floor: "2.00", value: each.most, goal: 2 }),
    ],
  };
}
