// Every fault at every request, whatever becomes of the popup, the tab, the
// background program and the browser meanwhile: what is said is true, nothing is
// renewed twice, and nothing stays open. docs/faults.md tells more.
//
// All of it is played with REBADGE_FAULTS=all, else a sample that REBADGE_SEED
// chooses; --test-name-pattern plays one case.
import { after, before, describe, test } from "node:test";
import { assertExpected } from "../faults/expected.js";
import { playMainJob } from "../faults/main-job.js";
import { MATRIX } from "../faults/matrix.js";
import { rowOf, write } from "../faults/report.js";
import { playRotation } from "../faults/rotation-job.js";
import { sampleOf, SEED } from "../faults/sample.js";
import { Seats } from "../faults/seats.js";
import { BROWSER } from "./support/browser.js";
import { TRIES, tried } from "./support/scene.js";

const ALL = process.env.REBADGE_FAULTS === "all";
/** As many cases as take about a minute; Firefox is slower to open. */
const SAMPLE = { chromium: 24, firefox: 12 }[BROWSER];
const SIDE_BY_SIDE = Number(process.env.REBADGE_SEATS ?? 2);

const cases = ALL ? MATRIX : sampleOf(MATRIX, SAMPLE, SEED);
const rows = [];

describe(`fault matrix, ${cases.length} of ${MATRIX.length} cases, REBADGE_SEED=${SEED}`, { concurrency: SIDE_BY_SIDE }, () => {
  let seats;

  before(async () => {
    console.log(`Fault matrix: ${cases.length} of ${MATRIX.length} cases; REBADGE_SEED=${SEED} chooses the same ones again.`);
    seats = await Seats.open(SIDE_BY_SIDE);
  });

  after(async () => {
    await seats?.close();
    await write(rows, { browser: BROWSER, seed: SEED, all: ALL });
  });

  for (const kase of cases) {
    test(kase.name, { timeout: 240_000 * TRIES }, async (t) => {
      let came;
      try {
        came = await tried(t, kase.name, () => seats.use((seat) => play(t, seat, kase)));
      } finally {
        rows.push({ place: MATRIX.indexOf(kase), ...rowOf(kase, came) });
      }
    });
  }
});

async function play(t, seat, kase) {
  await seat.begin(t);
  try {
    const came = await (kase.request.job === "main" ? playMainJob : playRotation)(seat, kase);
    assertExpected(kase, came);
    return came;
  } catch (error) {
    await seat.visit.photograph(kase.name);
    throw error;
  } finally {
    await seat.end();
  }
}
