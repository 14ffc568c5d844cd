// The same files make the same packages: in another folder, later, in another time
// zone and language, with other rights, in a checkout or in an unpacked archive.
// That compiling gives the same files twice is `./build.sh package --check`.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { version } from "../../tools/build/manifest.js";
import { sources } from "../../tools/build/sources.js";
import { zip } from "../../tools/build/zip.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NAMES = ["chromium", "firefox", "source"].map((name) => `dist/rebadge-${version()}-${name}.zip`);

const above = mkdtempSync(join(tmpdir(), "rebadge-packages-"));
after(() => rmSync(above, { recursive: true, force: true }));

/** A folder with some files of this one, and what was built. */
function folder(name, paths) {
  const place = join(above, name);
  for (const path of paths) put(place, path, readFileSync(join(ROOT, path)));
  for (const browser of ["chromium", "firefox"]) {
    cpSync(join(ROOT, "dist", browser), join(place, "dist", browser), { recursive: true });
  }
  return place;
}

function put(place, path, content) {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), content);
}

/** Packs what is in a folder; answers what was said, and the packages. */
function pack(place, env = {}, umask = "022") {
  const command = `umask ${umask} && exec "$0" "$1"`;
  const script = join(ROOT, "tools/build/package.js");
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command, process.execPath, script], {
    cwd: place, env: { ...process.env, ...env }, encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return { said: stdout, packages: NAMES.map((name) => readFileSync(join(place, name))) };
}

/** A checkout of its own, so that nothing here is touched. */
function checkout(name) {
  const place = folder(name, sources());
  const git = (...args) => execFileSync("git", args, { cwd: place, stdio: "ignore" });
  git("init", "--quiet");
  writeFileSync(join(place, ".git/info/exclude"), "/dist\n");
  git("-c", "core.autocrlf=false", "add", "--all");
  return place;
}

function unpack(name, zip) {
  const place = folder(name, []);
  for (const [path, content] of Object.entries(unzipSync(zip))) put(place, path, content);
  return place;
}

function age(place) {
  const long = new Date("2001-02-03T04:05:06Z");
  for (const path of readdirSync(place, { recursive: true })) utimesSync(join(place, path), long, long);
}

test("from another folder, with other times, time zone, language and rights, the packages are the same bytes", () => {
  const one = pack(checkout("one"), { TZ: "Pacific/Kiritimati", LC_ALL: "C" });
  const elsewhere = checkout("an other place");
  age(elsewhere);
  const two = pack(elsewhere, { TZ: "America/Los_Angeles", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" }, "077");
  for (const [index, name] of NAMES.entries()) {
    assert.ok(one.packages[index].equals(two.packages[index]), `${name} differs`);
  }
});

test("in whatever order a system tells its files, a zip has one order", () => {
  const files = ["b/a.js", "a.js", "b.js", "B.js", "é.js"].map((path) => [path, Buffer.from(path)]);
  const [one, two] = [files, files.toReversed()].map((order) => Buffer.from(zip(new Map(order))));
  assert.ok(one.equals(two));
});

test("an unpacked source archive is packed into the very same packages, and says so", () => {
  const first = pack(checkout("first"));
  const place = unpack("unpacked", first.packages[2]);
  // What lies around there is no source.
  put(place, "target/left-over", "x");
  put(place, "notes.txt", "x");
  const again = pack(place);
  for (const [index, name] of NAMES.entries()) {
    assert.ok(first.packages[index].equals(again.packages[index]), `${name} differs`);
  }
  assert.equal(again.said.match(/; as SHA256SUMS has it/g).length, 2);
});

test("an archive whose build came out otherwise says so", () => {
  const place = unpack("otherwise", pack(checkout("before")).packages[2]);
  put(place, "dist/firefox/ask.js", "// another one\n");
  const { said } = pack(place);
  assert.equal(said.match(/; NOT what SHA256SUMS has/g).length, 1);
  assert.equal(said.match(/; as SHA256SUMS has it/g).length, 1);
});

test("a folder that is neither a checkout nor an archive is not packed as a source", () => {
  const place = folder("neither", ["Cargo.toml", "manifest.json"]);
  const script = join(ROOT, "tools/build/package.js");
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: place, encoding: "utf8" });
  assert.notEqual(status, 0);
  assert.match(stderr, /neither a git checkout nor an unpacked source archive/);
});

test("the list in the archive is one that sha256sum reads, and holds for every file", () => {
  const [, , zip] = pack(checkout("listed")).packages;
  const files = unzipSync(zip);
  const lines = Buffer.from(files.SHA256SUMS).toString().trimEnd().split("\n");
  const listed = lines.map((line) => /^[0-9a-f]{64} {2}(.+)$/.exec(line)[1]);
  const inside = Object.keys(files).filter((path) => path !== "SHA256SUMS");
  assert.deepEqual(listed.toSorted(), [...inside, ...NAMES.slice(0, 2)].toSorted());
  assert.ok(["build.sh", "Cargo.lock", "package-lock.json", "rust-toolchain.toml", "docs/store/rebuild.md"].every((path) => inside.includes(path)));
  assert.deepEqual(inside.filter((path) => /(^|\/)(node_modules|target|dist|\.git)\//.test(path)), []);
});
