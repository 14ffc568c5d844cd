// No page gets heavier by accident: each is held to what is recorded. Bytes make no
// noise, but for what one zlib packs better than another.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { RECORDER, recorded, weigh } from "../../tools/build/weight.js";

/** How much heavier a page may be than recorded. */
const MARGIN = 1.02;

const DIST = fileURLToPath(new URL("../../dist/chromium/", import.meta.url));
const before = recorded();
const now = weigh(DIST);

/** What has grown, file by file. */
const growth = (was, is, unit) =>
  Object.entries(is.files)
    .map(([path, weight]) => [path, was.files[path]?.[unit] ?? 0, weight[unit]])
    .filter(([, old, current]) => current > old)
    .map(([path, old, current]) => `  ${path}: ${old} → ${current}`)
    .join("\n");

for (const [page, is] of Object.entries(now)) {
  for (const unit of ["raw", "gzip"]) {
    test(`${page} and all it loads, ${unit}, is hardly heavier than recorded`, () => {
      const was = before[page];
      assert.ok(
        is[unit] <= was[unit] * MARGIN,
        `${page}: ${was[unit]} → ${is[unit]} bytes, ${unit}. What has grown:\n${growth(was, is, unit)}\n` +
          `If it is worth that, record it anew: ./build.sh build && ${RECORDER}`,
      );
    });
  }
}

test("every program is some page's", () => {
  const counted = new Set(Object.values(now).flatMap(({ files }) => Object.keys(files)));
  const all = readdirSync(`${DIST}wasm`).map((name) => `wasm/${name}`);
  assert.deepEqual(all.filter((path) => !counted.has(path)), []);
});

test("what is recorded is what there is", () => {
  assert.deepEqual(Object.keys(before), Object.keys(now));
  for (const [page, { files }] of Object.entries(now)) {
    assert.deepEqual(Object.keys(before[page].files), Object.keys(files), `${page}; record it anew: ${RECORDER}`);
  }
});
