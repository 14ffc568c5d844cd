// What lacks is told all at once.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const empty = await mkdtemp(join(tmpdir(), "rebadge-test-"));
process.env.REBADGE_CACHE = join(empty, "cache/not/yet");
process.env.REBADGE_CHROMIUM = join(empty, "chromium");
process.env.PATH = empty;
const { lacksFor } = await import("./lacks.js");
const skip = process.platform === "win32" && "Real servers run on Linux and macOS only.";

after(() => rm(empty, { recursive: true }));

const GREEDY = {
  name: "99.9",
  zip: { artifact: "org.example:server:99.9:zip", bytes: 1e15 },
  java: { from: 99 },
  memory: 1e15,
  disk: 1e15,
};

test("each thing that lacks is named, with a cure", { skip }, async () => {
  const lacks = await lacksFor([GREEDY]);
  const all = lacks.map(({ what }) => what).join("\n");
  assert.match(all, /SonarQube Server 99\.9 needs a JDK of Java 99 or later; found: /);
  assert.match(all, /Maven is missing; it downloads 1000000\.0 GB/);
  assert.match(all, /GB of disk are needed at /);
  assert.match(all, /1000001\.2 GB of memory are needed/);
  assert.match(all, /A Chromium, Chrome or Edge is missing/);
  for (const { what, cure } of lacks) assert.ok(cure.length > 10, what);
  assert.deepEqual(
    lacks.flatMap(({ packages = [] }) => packages),
    ["openjdk-99-jdk-headless", "maven", "chromium"],
  );
});

test("where nothing is asked, only the browser lacks", { skip }, async () => {
  const lacks = await lacksFor([]);
  assert.deepEqual(lacks.map(({ what }) => what), ["A Chromium, Chrome or Edge is missing."]);
});
