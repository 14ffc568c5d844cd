// What each page of the extension loads, and the package, as lines of the bench's
// table.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { weigh } from "../../tools/build/weight.js";
import { zip } from "../../tools/build/zip.js";
import { DIST } from "../browser/support/browser.js";
import { line } from "./table.js";

const kB = (bytes) => `${(bytes / 1_000).toFixed(1)} kB`;

/** The bytes of the package for a store. */
function packed() {
  const paths = readdirSync(DIST, { recursive: true }).filter((path) => statSync(join(DIST, path)).isFile());
  return zip(new Map(paths.map((path) => [path, readFileSync(join(DIST, path))]))).length;
}

export function sizes() {
  const pages = weigh(DIST);
  const lines = Object.entries(pages).map(([page, { raw, gzip }]) =>
    line(`${page} and all it loads, gzip (raw)`, { ours: `${kB(gzip)} (${kB(raw)})` }),
  );
  // Since its glue is in its script, that is all it loads: wasm, script, HTML and CSS.
  const popup = pages["popup.html"].gzip;
  const archive = packed();
  lines.push(
    line("popup: all it loads, gzip", { ours: kB(popup), value: popup / 1_000, goal: 64, unit: " kB" }),
    line("package, zipped", { ours: kB(archive), value: archive / 1_000, goal: 150, unit: " kB" }),
  );
  return { figures: { pages, popup, archive }, lines };
}
