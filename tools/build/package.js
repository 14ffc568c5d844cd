// The packages: a zip of each unpacked extension for the browsers' stores, and
// the source that they are built from, with a list of what has to come out. The
// same files give the same bytes on every system, at any time.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "./manifest.js";
import { SUMS, isArchive, sha256, sources, sums, sumsOf } from "./sources.js";
import { zip } from "./zip.js";

// Zips of other versions would be mistaken for these.
for (const name of readdirSync("dist").filter((name) => name.endsWith(".zip"))) rmSync(join("dist", name));

const expected = isArchive() ? sums() : {};
const packages = new Map();
for (const browser of ["chromium", "firefox"]) {
  pack(browser, read(listFiles(join("dist", browser)), join("dist", browser)));
}
const source = read(sources().sort());
source.set(SUMS, Buffer.from(sumsOf([...packages, ...source])));
pack("source", source);

// Contents by path.
function read(paths, folder = ".") {
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"));
}

function pack(name, files) {
  const path = `dist/rebadge-${version()}-${name}.zip`;
  const bytes = zip(files);
  writeFileSync(path, bytes);
  packages.set(path, bytes);
  const digest = sha256(bytes);
  console.log(`${digest}  ${path}\n  ${bytes.length} bytes, ${files.size} files${verdict(expected[path], digest)}`);
}

// Whoever builds from the source archive wants to know whether it is the same.
function verdict(wanted, digest) {
  if (!wanted) return "";
  return wanted === digest ? `; as ${SUMS} has it` : `; NOT what ${SUMS} has: ${wanted}`;
}
