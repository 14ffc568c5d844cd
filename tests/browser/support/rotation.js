// What tests of rotation runs share: beginning one as a person does, what the
// page says of it, what it exports, and whether the stand-in agrees.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDashboard } from "./dashboard.js";
import { saveInto } from "./downloads.js";
import { byRole, choose, eventually, press } from "./screen.js";

/** The organization that the runs are about; `ada` administers it. */
export const ORG = "rota";
export const HOST = "https://sonarcloud.io";
export const RENEW = "/api/project_badges/renew_token";
export const TOKEN = "/api/project_badges/token";

/** The key of the project of that number. */
export const key = (number) => `${ORG}_project-${String(number).padStart(5, "0")}`;

/** So many private projects, and the dashboard on them. */
export async function openRota(visit, count) {
  await visit.standIn.addProjects({ organization: ORG, count, private_share: 1 });
  return openDashboard(visit, { organization: ORG });
}

/** Opens the dashboard once more, from the popup. */
export const reopen = (visit, options) => openDashboard(visit, { organization: ORG, ...options });

/** Selects all that are shown and asks for their renewal: the plan is on the screen. */
export async function plan(page, count) {
  const all = await byRole(page, "checkbox", "Select all that are shown");
  await all.click();
  await press(page, `Rotate ${count} selected`);
  await byRole(page, "button", `Renew ${count} tokens`);
}

/** Selects all that are shown, and begins the run. */
export async function begin(page, count) {
  await plan(page, count);
  await press(page, `Renew ${count} tokens`);
}

/** What the page says of the run: its title, its numbers, its buttons; null where there is none. */
export async function run(page) {
  const found = await page.evaluate(() => {
    const bar = document.querySelector("#run");
    if (!bar.checkVisibility()) return null;
    const text = (id) => document.querySelector(id).innerText;
    const buttons = [...document.querySelectorAll("#run-buttons button")].map((it) => it.innerText);
    return { title: text("#run-title"), note: text("#run-note"), buttons };
  });
  if (!found) return null;
  const number = (words) => Number((words.exec(found.note)?.[1] ?? "0").replaceAll(",", ""));
  return {
    ...found,
    ended: number(/^([\d,]+) of/),
    total: number(/of ([\d,]+)/),
    renewed: number(/([\d,]+) renewed(?! elsewhere)/),
    elsewhere: number(/([\d,]+) renewed elsewhere/),
    notRenewed: number(/([\d,]+) not renewed/),
    unknown: number(/([\d,]+) not known/),
  };
}

/** Waits until the run has this title, and answers what is said of it. */
export const reaches = (page, title, patience = 60_000) =>
  eventually(
    () => run(page),
    (said) => assert.equal(said?.title, title, JSON.stringify(said)),
    { patience },
  );

/** Waits until the stand-in has renewed so many tokens, and answers how many it is. */
export async function renewedMany(visit, count) {
  const all = await eventually(
    () => visit.standIn.renewalsOfAll(),
    (renewals) => Object.keys(renewals).length >= count,
    { patience: 30_000 },
  );
  return Object.keys(all).length;
}

/** Exports the run as JSON through the dialog; answers the file's text. */
export async function exported(visit, page, { tokens = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-saved-"));
  const end = await saveInto(visit.browser, folder);
  try {
    await press(page, "Export");
    await choose(page, "File", "JSON, for programs");
    if (tokens) await (await byRole(page, "checkbox", "With the new badge tokens and Markdown")).click();
    await press(page, "Save");
    return await eventually(
      () => readFile(join(folder, "rebadge-rotation.json"), "utf8").catch(() => ""),
      (text) => text.endsWith("]}\n"),
    );
  } finally {
    await end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** All records of the extension. */
export const records = (visit) => visit.backRoom.evaluate(() => chrome.storage.local.get());

/** The record's entries, by how they ended. */
export async function entries(visit) {
  const all = Object.entries(await records(visit));
  return all.filter(([name]) => name.startsWith("record ")).map(([, entry]) => entry);
}

/** How many requests of a kind have reached the stand-in. */
export const counted = async (visit, request) => (await visit.standIn.counts())[request] ?? 0;

/**
 * Compares what page, export and record say of a run that is over with what the
 * stand-in did: no project twice, none forgotten, and nothing said that is not so.
 * Where no fault lasts, all are renewed but so many `doubts`: a request whose
 * answer got lost is not sent again, and what became of it not known.
 */
export async function agrees(visit, page, count, { doubts = 0, before = {} } = {}) {
  const said = await eventually(() => run(page), Boolean);
  const { projects } = JSON.parse(await exported(visit, page));
  const renewals = await visit.standIn.renewalsOfAll();
  const keys = Array.from({ length: count }, (_, place) => key(place + 1));
  const times = (project) => (renewals[project] ?? 0) - (before[project] ?? 0);
  const twice = keys.filter((project) => times(project) > 1);
  assert.deepEqual(twice, [], "renewed more than once");
  assert.deepEqual(projects.map(({ project }) => project).toSorted(), keys, "every project is reported once");
  const ended = (ending) => projects.filter((it) => it.ending === ending).map(({ project }) => project);
  const told = { renewed: ended("Renewed"), not: ended("Not renewed"), unknown: ended("Not known") };
  assert.deepEqual(told.renewed.filter((project) => times(project) !== 1), [], "said to be renewed");
  assert.deepEqual(told.not.filter((project) => times(project) !== 0), [], "said not to be renewed");
  assert.equal(said.renewed, told.renewed.length);
  assert.equal(said.notRenewed, told.not.length);
  assert.equal(said.unknown, told.unknown.length);
  const latest = await entries(visit);
  const begun = Math.max(...latest.map((entry) => entry.run));
  const record = latest.filter((entry) => entry.run === begun).map(({ project }) => project).toSorted();
  assert.deepEqual(record, keys, "every project has one entry in the record");
  const server = keys.filter((project) => times(project) === 1).length;
  if (doubts !== null) {
    assert.deepEqual(told.not, [], "reported as not renewed");
    assert.ok(told.unknown.length <= doubts, `reported as not known: ${told.unknown}`);
    assert.ok(server >= count - told.unknown.length && server <= count, `renewed by the stand-in: ${server}`);
  }
  const stored = Object.keys(await records(visit));
  assert.deepEqual(stored.filter((name) => name.startsWith("rotation ")), [], "the run is put away");
  visit.t.diagnostic(
    `stand-in ${server}; reported: renewed ${said.renewed}, not ${said.notRenewed}, not known ${said.unknown}`,
  );
  return { told, server };
}
