// Builds the packages a second time as a store's reviewer does, from the source
// archive alone: in another folder, which has a blank in its name, with nothing
// compiled before, another home of crates, another time zone, other rights for new
// files, another language. Then compares every byte. Run by `./build.sh package --check`.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { version } from "./manifest.js";

const NAMES = ["chromium", "firefox", "source"].map((name) => `dist/rebadge-${version()}-${name}.zip`);

const above = mkdtempSync(join(tmpdir(), "rebadge-"));
const place = join(above, "another place");
// Stopped from outside it tidies up all the same.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
process.on("exit", () => rmSync(above, { recursive: true, force: true }));

for (const [path, content] of Object.entries(unzipSync(readFileSync(NAMES[2])))) {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), content);
}
chmodSync(join(place, "build.sh"), 0o755);

const env = { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "C", LANG: "tr_TR.UTF-8" };
// What is compiled goes into that folder too.
delete env.CARGO_TARGET_DIR;
// Somebody else's crates lie elsewhere. (Windows lets few people make such a link.)
if (process.platform !== "win32") {
  const home = join(above, "home of crates");
  symlinkSync(env.CARGO_HOME ?? join(homedir(), ".cargo"), home);
  env.CARGO_HOME = home;
}
const built = spawnSync("bash", ["-c", "umask 077 && ./build.sh package"], { cwd: place, env, stdio: "inherit" });
if (built.status !== 0) fail("It could not be built from the source archive.");

const differing = NAMES.filter((name) => !readFileSync(name).equals(readFileSync(join(place, name))));
if (differing.length > 0) fail(...differing.flatMap((name) => [`${name} differs:`, ...differences(name)]));
console.log(`\nBuilt twice, the same bytes:\n${NAMES.map((name) => `  ${name}\n`).join("")}`);

// The entries that are not the same in both.
function differences(name) {
  const [here, there] = [".", place].map((folder) => unzipSync(readFileSync(join(folder, name))));
  const paths = new Set([...Object.keys(here), ...Object.keys(there)]);
  const other = [...paths].filter((path) => !here[path] || !there[path] || Buffer.compare(here[path], there[path]) !== 0);
  return (other.length > 0 ? other : ["the zip's own bytes"]).map((path) => `  ${path}`);
}

function fail(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
