// What each page of the extension loads: its HTML and all that this names, and
// so on, plain and as gzip would send it.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { DIST } from "../browser/support/browser.js";
import { line } from "./table.js";

const PAGES = ["popup.html", "dashboard.html", "background.js", "welcome.html"];
const NAMES = /(?:href|src)="([^"#:]+)"|(?:from|import)\s*\(?\s*["']([^"']+)["']|["']([\w-]+_bg\.wasm)["']/g;

function loaded(path, found = new Map()) {
  const file = join(DIST, path);
  if (found.has(path) || !existsSync(file)) return found;
  const content = readFileSync(file);
  found.set(path, content);
  if (!/\.(html|js)$/.test(path)) return found;
  for (const [, link, module, wasm] of content.toString().matchAll(NAMES)) {
    loaded(normalize(join(dirname(path), link ?? module ?? wasm)).replaceAll("\\", "/"), found);
  }
  return found;
}

export function sizes() {
  const figures = {};
  const lines = [];
  for (const page of PAGES) {
    const files = [...loaded(page)].map(([path, content]) => ({
      path,
      raw: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
    }));
    const sum = (pick) => files.reduce((all, file) => all + file[pick], 0);
    figures[page] = { raw: sum("raw"), gzip: sum("gzip"), files };
    const kB = (bytes) => `${(bytes / 1_000).toFixed(1)} kB`;
    lines.push(line(`${page} and all it loads, gzip (raw)`, { ours: `${kB(sum("gzip"))} (${kB(sum("raw"))})` }));
  }
  return { figures, lines };
}
