// What each page of the extension loads, as lines of the bench's table.
import { weigh } from "../../tools/build/weight.js";
import { DIST } from "../browser/support/browser.js";
import { line } from "./table.js";

const kB = (bytes) => `${(bytes / 1_000).toFixed(1)} kB`;

export function sizes() {
  const figures = weigh(DIST);
  const lines = Object.entries(figures).map(([page, { raw, gzip }]) =>
    line(`${page} and all it loads, gzip (raw)`, { ours: `${kB(gzip)} (${kB(raw)})` }),
  );
  return { figures, lines };
}
