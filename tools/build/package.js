// A zip of each unpacked extension, for the browsers' stores. The same files
// give the same bytes on every system and in every time zone: sorted entries,
// one date, one mode, and a compressor in JavaScript, since the zlib inside Node
// differs between processors.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { version } from "./manifest.js";

// fflate reads the date in local time, so it is made in local time too.
const DATE = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN_FILE = (0o100644 << 16) >>> 0;

// Zips of other versions would be mistaken for these.
for (const name of readdirSync("dist").filter((name) => name.endsWith(".zip"))) rmSync(join("dist", name));

for (const browser of ["chromium", "firefox"]) {
  const folder = join("dist", browser);
  const entries = {};
  const paths = readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  for (const path of paths) {
    entries[path] = [readFileSync(join(folder, path)), { level: 9, mtime: DATE, os: UNIX, attrs: PLAIN_FILE }];
  }
  const zip = zipSync(entries);
  const target = `dist/rebadge-${version()}-${browser}.zip`;
  writeFileSync(target, zip);
  console.log(`${target}  ${zip.length} bytes, ${paths.length} files`);
}
