// Puts the unpacked extension together, once for each browser: the files of
// extension/, the manifest, and what wasm-bindgen made of each page. Run by
// build.sh with the folder of all pages and their names.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { filesNamed, manifest } from "./manifest.js";
import { news } from "./news.js";
import { shrink } from "./shrink.js";
import { printSizes } from "./sizes.js";

const BROWSERS = ["chromium", "firefox"];
const SHIPPED = /\.(html|css|js|json|png|svg)$/;
const TEXT = /\.(html|css|js)$/;

const [made, ...pages] = process.argv.slice(2);
if (pages.length === 0) throw new Error("Usage: node tools/build/assemble.js FOLDER PAGE...");

const files = new Map([["manifest.json", Buffer.from(`${JSON.stringify(manifest(), null, 2)}\n`)]]);
files.set("news.json", Buffer.from(`${JSON.stringify(news(), null, 2)}\n`));
for (const path of listFiles("extension").filter(isShipped)) {
  files.set(path, readFileSync(join("extension", path)));
}
for (const page of pages) {
  for (const path of listFiles(join(made, page)).filter((path) => /\.(js|wasm)$/.test(path))) {
    files.set(`wasm/${path}`, readFileSync(join(made, page, path)));
  }
}
dropUnusedDrawings();
const wanted = namedFiles();
refuseMissingFiles();

const scripts = new Set(wanted.map(([, path]) => path).filter((path) => path.endsWith(".js")));
const shipped = await shrink(files, [...scripts]);
for (const browser of BROWSERS) {
  const folder = join("dist", browser);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of shipped) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
console.log(`${shipped.size} files in each of ${BROWSERS.map((name) => `dist/${name}`).join(" and ")}\n`);
printSizes(shipped);

// Paths below `folder`, with slashes on every system, in one order everywhere.
function listFiles(folder, below = "") {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = posix.join(below, entry.name);
      return entry.isDirectory() ? listFiles(folder, path) : [path];
    });
}

function isShipped(path) {
  const hidden = path.split("/").some((part) => part.startsWith("."));
  return SHIPPED.test(path) && !hidden && !path.endsWith(".test.js");
}

// An SVG that no page names is the source of some PNG.
function dropUnusedDrawings() {
  const text = [...files].filter(([path]) => TEXT.test(path)).map(([, content]) => content.toString());
  for (const path of [...files.keys()].filter((path) => path.endsWith(".svg"))) {
    if (!text.some((page) => page.includes(basename(path)))) files.delete(path);
  }
}

// What manifest and pages name, and the programs that scripts name, with who names it.
function namedFiles() {
  const named = filesNamed(manifest()).map((path) => ["manifest.json", posix.normalize(path.replace(/^\//, ""))]);
  for (const [page, content] of files) {
    if (page.endsWith(".js")) {
      for (const [, path] of content.toString().matchAll(/"(wasm\/\w+\.wasm)"/g)) named.push([page, path]);
    }
    if (!page.endsWith(".html")) continue;
    for (const [, link] of content.toString().matchAll(/<(?:script|link|img)\b[^>]*?\s(?:src|href)="([^"#?]+)/g)) {
      if (/^[a-z]+:/i.test(link)) continue;
      const path = link.startsWith("/") ? link.slice(1) : posix.join(posix.dirname(page), link);
      named.push([page, path]);
    }
  }
  return named;
}

// A browser tells of a missing file late or never, so it is told here.
function refuseMissingFiles() {
  const missing = wanted.filter(([, path]) => !files.has(path));
  for (const [from, path] of missing) console.error(`${from} names ${path}, which is in no source of the build.`);
  if (missing.length > 0) process.exit(1);
}
