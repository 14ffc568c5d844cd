// What each page of the extension loads: its HTML and all that this names, and so
// on, plain and as gzip would send it. Run with --record it writes that down in
// tests/packages/weight.json, which `./build.sh test` holds the next build to.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Where the weight is recorded, and what records it anew. */
export const RECORD = at("tests/packages/weight.json");
export const RECORDER = "node tools/build/weight.js --record";

const PAGES = ["popup.html", "dashboard.html", "background.js", "welcome.html"];
const NAMES = /(?:href|src)="([^"#:]+)"|(?:from|import)\s*\(?\s*["']([^"']+)["']|["']([\w/-]+_bg\.wasm)["']/g;

function loaded(folder, path, found = new Map()) {
  const file = join(folder, path);
  if (found.has(path) || !existsSync(file)) return found;
  const content = readFileSync(file);
  found.set(path, content);
  if (!/\.(html|js)$/.test(path)) return found;
  for (const [, link, module, wasm] of content.toString().matchAll(NAMES)) {
    loaded(folder, posix.join(dirname(path), link ?? module ?? wasm), found);
  }
  return found;
}

/** The weight of each page of an unpacked extension: of all it loads, and of each file. */
export const weigh = (folder) =>
  Object.fromEntries(PAGES.map((page) => [page, weightOf([...loaded(folder, page)])]));

function weightOf(contents) {
  const files = contents.map(([path, content]) => [
    path,
    { raw: content.length, gzip: gzipSync(content, { level: 9 }).length },
  ]);
  const sum = (unit) => files.reduce((all, [, weight]) => all + weight[unit], 0);
  return { raw: sum("raw"), gzip: sum("gzip"), files: Object.fromEntries(files) };
}

/** What is recorded. */
export const recorded = () => JSON.parse(readFileSync(RECORD, "utf8"));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] !== "--record") throw new Error(`Usage: ${RECORDER}`);
  writeFileSync(RECORD, `${JSON.stringify(weigh(at("dist/chromium")), null, 2)}\n`);
}
