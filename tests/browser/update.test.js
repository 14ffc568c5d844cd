// A new version over an old one: whatever is stored outlives it.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST, enterBackRoom, startBrowser, stopBrowser } from "./support/browser.js";
import { ACME, button, daysAgo, policy, renewed, roster, write } from "./support/due.js";
import { scene } from "./support/scene.js";
import { eventually } from "./support/screen.js";

const test = scene();

/** What version 0.1.0 left behind, without a word about its version. */
const old = () => ({
  [`roster ${ACME}`]: roster(["a", "b", "c"], 90),
  [`policy ${ACME}`]: policy(60, 14),
  "ledger https://sonarcloud.io a": renewed(1),
  "intent https://sonarcloud.io b": { since: daysAgo(1) },
  [`record ${String(daysAgo(2)).padStart(15, "0")} https://sonarcloud.io a renewed`]: { login: "ada" },
  "choice https://sonarcloud.io": { badges: ["measure coverage"], format: "html" },
  "something else": [1, { two: null }],
  settings: { version: 1, notify: false, keep_days: 30 },
});

const setVersion = async (folder, version) => {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, version }));
};

const stored = (backRoom) => backRoom.evaluate(() => chrome.storage.local.get());

/** Updates a Rebadge that has stored something; answers what is stored then, and which pages there are. */
async function updated(visit, records) {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-"));
  try {
    const dist = join(folder, "extension");
    await cp(DIST, dist, { recursive: true });
    await setVersion(dist, "0.0.1");
    const chromium = await startBrowser(visit.standIn, { dist });
    try {
      let backRoom = await enterBackRoom(chromium);
      // What the install itself does is over.
      await eventually(() => stored(backRoom), (found) => "format" in found);
      const pages = () => chromium.browser.targets().filter((it) => it.url().includes("/welcome.html")).length;
      await eventually(pages, (count) => count === 1);
      await backRoom.evaluate(() => chrome.storage.local.clear());
      await write(backRoom, records);
      await setVersion(dist, "0.0.2");
      // The same folder at another version: the browser takes it for an update.
      assert.equal(await chromium.browser.installExtension(dist), chromium.id);
      backRoom = await enterBackRoom(chromium);
      const { version } = await backRoom.evaluate(() => chrome.runtime.getManifest());
      assert.equal(version, "0.0.2", "it was updated");
      const after = await eventually(async () => ({ records: await stored(backRoom), button: await button(backRoom) }), ({ records, button }) => button.text !== "" && typeof records.format === "object");
      assert.ok(pages() === 0, "an update opens nothing");
      return after.records;
    } finally {
      await stopBrowser(chromium.browser);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("an update keeps every record as it was, and notes their version", { as: null }, async (visit) => {
  const before = old();
  const { format, ...after } = await updated(visit, before);
  assert.deepEqual(format, { version: 1 });
  assert.deepEqual(after, before);
});

test("records of a version to come are left alone to the letter", { as: null }, async (visit) => {
  const before = { ...old(), format: { version: 99, more: "than is known" } };
  assert.deepEqual(await updated(visit, before), before);
});

test("a note of the version that cannot be read is set aside, not lost", { as: null }, async (visit) => {
  const before = { ...old(), format: "2" };
  const { format, ...after } = await updated(visit, before);
  assert.deepEqual(format, { version: 1 });
  const aside = Object.keys(after).find((name) => /^aside \d{15} format$/.test(name));
  assert.equal(after[aside], "2");
  delete after[aside];
  delete before.format;
  assert.deepEqual(after, before);
});
