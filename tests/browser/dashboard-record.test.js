// The record for auditors and what is handed over after a run: as files, which
// hold no token unless that was asked for.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clickRow, fill, openListed, show, stored } from "./support/dashboard-list.js";
import { saveInto } from "./support/downloads.js";
import { daysAgo, write } from "./support/due.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, announces, byRole, choose, enabled, eventually, isEnabled, press, reads } from "./support/screen.js";

const test = scene();
const LEDGER = "acme:ledger.core_v2-x";

/** Lets a page save files into a folder of its own; answers how to take the next one out of it. */
async function downloads(visit, board) {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-files-"));
  visit.t.after(() => rm(folder, { recursive: true, force: true }));
  await saveInto(visit.browser, folder);
  return async (button) => {
    await press(board, button);
    const [name] = await eventually(
      async () => (await readdir(folder)).filter((it) => !/\.(crdownload|part)$/.test(it)),
      (files) => files.length === 1,
    );
    const text = await eventually(() => readFile(join(folder, name), "utf8"), (written) => written !== "");
    await rm(join(folder, name));
    return { name, text };
  };
}

/** Rotates two projects, and answers their new tokens. */
async function rotateTwo(visit, board) {
  await clickRow(board, "Payments Service");
  await clickRow(board, "Ledger");
  await press(board, "Rotate 2 selected");
  await press(board, "Renew 2 tokens");
  await reads(board, "Rotation finished");
  return Promise.all([PROJECT, LEDGER].map((key) => visit.standIn.token(key)));
}

const entries = (board) =>
  board.$$eval("#entries tr", (all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));

/** Gives the file field a file of that text, as the browser's own dialog does. */
async function importText(visit, board, text) {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-file-"));
  visit.t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "record.json");
  await writeFile(file, text);
  const chooser = board.waitForFileChooser();
  await press(board, "Import…");
  await (await chooser).accept([file]);
}

const record = async (visit) =>
  Object.fromEntries(Object.entries(await stored(visit)).filter(([name]) => name.startsWith("record ")));

test("what was renewed is recorded, found, exported without a token, and imported elsewhere", {}, async (visit) => {
  const board = await openListed(visit);
  const tokens = await rotateTwo(visit, board);
  await show(board, "Record");
  await reads(board, "2 entries");
  const lines = await entries(board);
  assert.deepEqual(lines.map(([, project]) => project).sort(), [LEDGER, PROJECT].sort());
  for (const [time, , whose, ending, who, prints] of lines) {
    assert.match(time, /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    assert.deepEqual([whose, ending, who], ["acme-payments", "Renewed", "ada"]);
    assert.match(prints, /^→ [0-9a-f]{8}$/, "nobody had looked at it before");
  }
  await fill(board, "searchbox", "Search project, login or organization", "ledger");
  await reads(board, "1 entry");
  await choose(board, "Outcome", "Not renewed");
  await reads(board, "Nothing matches the filter.");
  await choose(board, "Outcome", "Any");
  await fill(board, "searchbox", "Search project, login or organization", "");

  const save = await downloads(visit, board);
  const csv = await save("Export as CSV");
  assert.equal(csv.name, "rebadge-record.csv");
  assert.match(csv.text, /^\uFEFF?at,instance,organization,project,ending,reason,before,after,login,run\r\n/);
  assert.equal(csv.text.trim().split("\r\n").length, 3);
  await announces(board, "File saved.");
  const json = await save("Export as JSON");
  assert.equal(JSON.parse(json.text).entries.length, 2, "all, whatever is searched for");
  for (const token of tokens) {
    for (const { text } of [csv, json]) assert.ok(!text.includes(token.slice(4, 24)), "no part of a token");
  }

  // Another browser's empty storage.
  const before = await record(visit);
  await visit.backRoom.evaluate(() => chrome.storage.local.clear());
  const other = await openListed(visit);
  await show(other, "Record");
  await reads(other, "Nothing has been renewed here yet.");
  assert.equal(await isEnabled(other, "Export as CSV"), false);
  await importText(visit, other, json.text);
  await announces(other, "New: 2. Already here: 0. Left out because they are damaged: 0.");
  await reads(other, "2 entries");
  assert.deepEqual(await record(visit), before);
  await importText(visit, other, json.text);
  await announces(other, "New: 0. Already here: 2. Left out because they are damaged: 0.");

  for (const [text, said] of [
    [json.text.slice(0, -20), "This file is not JSON, or not all of it is there. Nothing was changed."],
    ['{"format":"other","version":1,"entries":[]}', "This file is not a record that Rebadge exported. Nothing was changed."],
    [json.text.replace('"version":1', '"version":9'), "This record is of version 9, which this Rebadge does not know. Nothing was changed."],
    [csv.text, "This file is not JSON"],
  ]) {
    await importText(visit, other, text);
    await alarms(other, said);
    assert.deepEqual(await record(visit), before, said);
  }
});

test("after a run all of it is exported, with tokens only where that was asked for", {}, async (visit) => {
  const board = await openListed(visit);
  const tokens = await rotateTwo(visit, board);
  const save = await downloads(visit, board);
  for (const [form, extension, looks] of [
    ["CSV, for spreadsheets", "csv", /\r\n/],
    ["JSON, for programs", "json", /^\{/],
    ["Markdown table", "md", /^\|/m],
  ]) {
    for (const withTokens of [false, true]) {
      await press(board, "Export");
      await choose(board, "File", form);
      const box = await byRole(board, "checkbox", "With the new badge tokens and Markdown");
      assert.equal(await box.evaluate((it) => it.checked), false, "off each time");
      if (withTokens) await box.click();
      const { name, text } = await save("Save");
      assert.equal(name, `rebadge-rotation.${extension}`);
      assert.match(text, looks);
      if (extension === "json") JSON.parse(text);
      for (const [place, token] of tokens.entries()) {
        assert.ok(text.includes([PROJECT, LEDGER][place]), form);
        assert.equal(text.includes(token), withTokens, `${form} ${withTokens ? "with" : "without"} tokens`);
      }
      await eventually(() => board.$$eval("dialog[open]", (all) => all.length), (open) => open === 0);
    }
  }
  const kept = JSON.stringify(await stored(visit));
  for (const token of tokens) assert.ok(!kept.includes(token), "stored nowhere");
  await press(board, "Done");
  await eventually(() => board.$eval("#export", (it) => it.checkVisibility()), (seen) => !seen);
  await enabled(board, "Nothing is due").catch(() => {});
});

test("the record is kept as long as was set, and no longer", {}, async (visit) => {
  const entry = (days, project) => {
    const at = daysAgo(days);
    return [`record ${String(at).padStart(15, "0")} https://sonarcloud.io ${project} renewed`, {
      instance: "https://sonarcloud.io", organization: "acme-payments", project, at,
      ending: "renewed", reason: null, before: null, after: null, login: "ada", run: null,
    }];
  };
  await write(visit.backRoom, Object.fromEntries([entry(10, "young"), entry(399, "elderly"), entry(401, "old")]));
  const board = await openListed(visit);
  await show(board, "Record");
  await reads(board, "2 entries");
  assert.deepEqual((await entries(board)).map(([, project]) => project), ["young", "elderly"]);
  assert.equal(Object.keys(await record(visit)).length, 2);
  await show(board, "Settings");
  await fill(board, "spinbutton", "Keep the record for (days)", "30");
  await board.keyboard.press("Tab");
  await announces(board, "Saved.");
  await show(board, "Record");
  await reads(board, "1 entry");
  assert.equal(Object.keys(await record(visit)).length, 1);
});
