// What is inside a package: nothing but what a browser loads, and all of that.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { version } from "../../tools/build/manifest.js";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const BROWSERS = ["chromium", "firefox"];

/** Every kind of file that may be inside. */
const KINDS = [
  /^manifest\.json$/,
  // The schema of what a company sets.
  /^managed\.json$/,
  // What is new, from the changelog.
  /^news\.json$/,
  /^_locales\/[a-z]{2}(_[A-Z]{2})?\/messages\.json$/,
  /^[a-z-]+\.(html|css|js)$/,
  // A page's program.
  /^wasm\/[a-z]+_bg\.wasm$/,
  /^icons\/icon-\d+\.png$/,
];

/** The contents of an unpacked extension by path. */
function extension(browser) {
  const folder = join(DIST, browser);
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]));
}

/**
 * The files that a file names. Text names them from where it stands or from the
 * top; in wasm one text follows the other without a gap.
 */
function named(path, content, all) {
  if (path.endsWith(".wasm")) return all.filter((other) => content.includes(other));
  if (path.endsWith(".png")) return [];
  const words = content.toString().match(/[\w./-]+\.(?:html|css|js|json|png|svg|wasm)\b/g) ?? [];
  return words.flatMap((word) => [posix.normalize(word.replace(/^\/+/, "")), posix.join(posix.dirname(path), word)]);
}

/** All that is reached from the manifest; a browser finds the messages by itself. */
function reached(files) {
  const all = [...files.keys()];
  const found = new Set(["manifest.json", ...all.filter((path) => path.startsWith("_locales/"))]);
  for (const path of found) {
    for (const other of named(path, files.get(path), all)) if (files.has(other)) found.add(other);
  }
  return found;
}

for (const browser of BROWSERS) {
  test(`${browser}: only kinds of files that a browser loads`, () => {
    const paths = [...extension(browser).keys()];
    assert.ok(paths.length > 20);
    assert.deepEqual(paths.filter((path) => !KINDS.some((kind) => kind.test(path))), []);
  });

  test(`${browser}: every file is reached from the manifest`, () => {
    const files = extension(browser);
    const used = reached(files);
    assert.deepEqual([...files.keys()].filter((path) => !used.has(path)), []);
  });

  test(`${browser}: nothing names this machine, another script, or a map of the source`, () => {
    for (const [path, content] of extension(browser)) {
      const text = content.toString("latin1");
      for (const place of ["/home/", "/root/", "/Users/", "/tmp/", ".cargo/", "sourceMappingURL"]) {
        assert.ok(!text.includes(place), `${path} names ${place}`);
      }
      if (/\.(html|js)$/.test(path)) {
        assert.doesNotMatch(text, /(?:src|href|from|import)\s*[=(]?\s*["'`]https?:/, `${path} loads from elsewhere`);
        assert.doesNotMatch(text, /\beval\(|new Function\(|\.innerHTML|importScripts/, path);
      }
    }
  });

  test(`${browser}: the version is Cargo.toml's`, () => {
    const manifest = JSON.parse(extension(browser).get("manifest.json"));
    assert.equal(manifest.version, version());
  });
}

test("both browsers get the same files", () => {
  const [chromium, firefox] = BROWSERS.map(extension);
  assert.deepEqual([...chromium.keys()].toSorted(), [...firefox.keys()].toSorted());
  for (const [path, content] of chromium) {
    assert.ok(content.equals(firefox.get(path)), path);
  }
});
