// A click on the toolbar button until something is painted, the organization
// key is on screen, and the Markdown can be copied: Rebadge, its twin and an
// empty popup in turns, in one browser and in new ones.
import { setTimeout as pause } from "node:timers/promises";
import { startBrowser, stopBrowser } from "../browser/support/browser.js";
import { signIn } from "../browser/support/people.js";
import { clickToolbarButton } from "../browser/support/popup.js";
import { StandIn } from "../browser/support/stand-in.js";
import { compared, number, ranged } from "./numbers.js";
import { EMPTY, REBADGE, TWIN, assembleSubjects } from "./subjects.js";
import { line } from "./table.js";

const PAGE = "https://sonarcloud.io/project/overview?id=acme-payments_payments-service";
const SUBJECTS = { rebadge: REBADGE, twin: TWIN, empty: EMPTY };
const MARKS = ["rebadge:organization", "rebadge:markdown"];
// The organization key is in no URL of a project: it comes with the answers.
const GOALS = { cold: { paint: 1.05, "rebadge:markdown": 1 }, warm: { paint: 1.05, "rebadge:markdown": 0.95 } };
const NAMES = { paint: "first paint", "rebadge:organization": "organization key", "rebadge:markdown": "Markdown to copy" };

/** Milliseconds from the click on, by what was reached. */
async function click(chromium, page, marks) {
  const begun = performance.timeOrigin + performance.now();
  const popup = await clickToolbarButton(chromium, page);
  const found = await popup.waitForFunction(
    (marks) => {
      const paint = performance.getEntriesByType("paint")[0];
      const entries = marks.map((name) => performance.getEntriesByName(name)[0]);
      if (!paint || entries.includes(undefined)) return undefined;
      const times = [["paint", paint], ...marks.map((name, at) => [name, entries[at]])];
      return Object.fromEntries(times.map(([name, { startTime }]) => [name, performance.timeOrigin + startTime]));
    },
    { polling: 20, timeout: 20_000 },
    marks,
  );
  const times = await found.jsonValue();
  await popup.close();
  return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time - begun]));
}

/** A browser with some of the subjects, and a project's page in it. */
export async function open(standIn, names) {
  const [first, ...others] = names;
  const chromium = await startBrowser(standIn, { dist: SUBJECTS[first] });
  const { browser } = chromium;
  const installed = { [first]: chromium };
  for (const name of others) {
    const id = await browser.installExtension(SUBJECTS[name]);
    installed[name] = { browser, id, origin: `chrome-extension://${id}`, extension: (await browser.extensions()).get(id) };
  }
  await signIn(browser, standIn, "ada");
  const page = await browser.newPage();
  await page.goto(PAGE);
  // What a browser does after its start is not what is measured.
  await pause(600);
  return { browser, page, installed };
}

const marksOf = (name) => (name === "empty" ? [] : MARKS);

async function warm(standIn, rounds) {
  const { browser, page, installed } = await open(standIn, Object.keys(SUBJECTS));
  const times = {};
  try {
    for (let round = -1; round < rounds; round++) {
      for (const name of turn(round)) {
        const time = await click(installed[name], page, marksOf(name));
        // The first of each is not warm yet.
        if (round >= 0) (times[name] ??= []).push(time);
        await pause(100);
      }
    }
  } finally {
    await stopBrowser(browser);
  }
  return times;
}

async function cold(standIn, rounds) {
  const times = {};
  for (let round = 0; round < rounds; round++) {
    for (const name of turn(round)) {
      const { browser, page, installed } = await open(standIn, [name]);
      try {
        (times[name] ??= []).push(await click(installed[name], page, marksOf(name)));
      } finally {
        await stopBrowser(browser);
      }
    }
  }
  return times;
}

/** The subjects in another order each round. */
const turn = (round) => (round % 2 ? Object.keys(SUBJECTS) : Object.keys(SUBJECTS).reverse());

function told(kind, times, delay) {
  const figures = {};
  const lines = [];
  const far = delay > 0 ? `, each answer ${delay} ms later` : "";
  const row = (name, floor, goal) => {
    const of = (subject) => times[subject].map((time) => time[name]);
    const both = compared(of("rebadge"), of(floor));
    figures[`${name} against ${floor}`] = both;
    const against = floor === "empty" ? ", an empty popup" : "";
    lines.push(line(`${kind} click → ${NAMES[name]}${against}, ms${far}`, {
      ours: ranged(both.ours), floor: ranged(both.floor), ratio: `${number(both.ratio.median)} ×`,
      value: both.ratio.median, goal, unit: " ×",
    }));
  };
  if (delay === 0) row("paint", "empty");
  for (const name of Object.keys(NAMES)) row(name, "twin", GOALS[kind][name]);
  return { figures, lines };
}

/** Clicks in browsers that are warm and cold, and with a host that is further away. */
export async function clicking({ rounds, far }) {
  assembleSubjects();
  const standIn = await StandIn.start();
  const figures = {};
  const lines = [];
  const add = (name, part) => {
    figures[name] = part.figures;
    lines.push(...part.lines);
  };
  try {
    add("warm", told("warm", await warm(standIn, 2 * rounds), 0));
    add("cold", told("cold", await cold(standIn, rounds), 0));
    for (const delay of far) {
      await standIn.fault({ path: "/api/*", kind: "delay", ms: delay });
      add(`warm, ${delay} ms`, told("warm", await warm(standIn, rounds), delay));
      await standIn.clearFaults();
    }
  } finally {
    standIn.stop();
  }
  return { figures, lines };
}
