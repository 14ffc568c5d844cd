// Downloads: only the right bytes get into the cache, and stay there.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { Place } from "./place.js";

process.env.REBADGE_CACHE = await mkdtemp(join(tmpdir(), "rebadge-test-"));
const { bring, CACHE, fileName, pathOf } = await import("./cache.js");

const GOOD = "the right bytes";
const download = {
  artifact: "org.example:server:1.0:zip",
  sha256: createHash("sha256").update(GOOD).digest("hex"),
  bytes: GOOD.length,
};

const place = new Place();
beforeEach(async () => {
  for (const name of await readdir(CACHE)) await rm(join(CACHE, name), { recursive: true });
});
after(async () => {
  await place.leave();
  await rm(CACHE, { recursive: true });
});

/** A Maven that brings these one after the other; an error is thrown. */
function bringing(...contents) {
  const fetch = async (_, folder) => {
    fetch.calls += 1;
    const content = contents.shift();
    if (content instanceof Error) throw content;
    const file = join(folder, "arrived");
    await writeFile(file, content);
    return file;
  };
  fetch.calls = 0;
  return { fetch, pauses: [0, 0] };
}

test("a download is moved into the cache, and nothing else is left there", async () => {
  const maven = bringing(GOOD);
  assert.equal(await bring(download, place, maven), pathOf(download));
  assert.equal(await readFile(pathOf(download), "utf8"), GOOD);
  assert.deepEqual(await readdir(CACHE), ["server-1.0.zip"]);
});

test("what is there already is not brought again", async () => {
  await writeFile(pathOf(download), GOOD);
  const maven = bringing();
  await bring(download, place, maven);
  assert.equal(maven.fetch.calls, 0);
});

test("other bytes are refused and brought again", async () => {
  const maven = bringing("other bytes", new Error("connection reset"), GOOD);
  await bring(download, place, maven);
  assert.equal(maven.fetch.calls, 3);
  assert.equal(await readFile(pathOf(download), "utf8"), GOOD);
});

test("other bytes again and again never get into the cache", async () => {
  const maven = bringing("other bytes", "other bytes", "other bytes");
  await assert.rejects(bring(download, place, maven), /has the SHA-256 .* where .* is expected; it is deleted/);
  assert.equal(maven.fetch.calls, 3);
  await assert.rejects(readFile(pathOf(download)), { code: "ENOENT" });
});

test("a file of the cache that has rotted is brought anew", async () => {
  await writeFile(pathOf(download), "rotten");
  await bring(download, place, bringing(GOOD));
  assert.equal(await readFile(pathOf(download), "utf8"), GOOD);
});

test("a file is called as Maven calls it", () => {
  assert.equal(fileName("org.example.scanner:scanner-cli:5.0.1.3006:jar"), "scanner-cli-5.0.1.3006.jar");
});
