// What conformance needs of a machine, and what of it lacks.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { tmpdir, totalmem } from "node:os";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { CACHE, isCached } from "./cache.js";
import { choose, findJavas, wanted } from "./java.js";
import { downloadsOf } from "./releases.js";
import { UNPRIVILEGED } from "./unprivileged.js";

const execute = promisify(execFile);
const GB = 1e9;

/** For the analyses, and for the tests and their browser, beside the servers. */
const MEMORY_OF_THE_REST = 1.2 * GB;

/** What lacks: `{what, cure, packages}` each; `packages` are Debian's names, if it has any. */
export async function lacksFor(releases) {
  if (!["linux", "darwin"].includes(process.platform)) {
    return [{ what: "Real servers run here on Linux and macOS only.", cure: "Use one of these, or WSL." }];
  }
  const lacks = await Promise.all([
    javas(releases),
    maven(releases),
    disk(releases),
    memory(releases),
    unprivilegedUser(),
    browser(),
  ]);
  return lacks.flat();
}

async function javas(releases) {
  const found = await findJavas();
  const list = found.map(({ major, home }) => `${major} (${home})`).join(", ") || "none";
  return releases
    .filter(({ java }) => choose(found, java) === undefined)
    .map(({ name, java }) => ({
      what: `SonarQube Server ${name} needs a JDK of ${wanted(java)}; found: ${list}.`,
      cure: "Install one, as from https://adoptium.net/, or name its home in REBADGE_JAVA_HOMES.",
      packages: [`openjdk-${java.from}-jdk-headless`],
    }));
}

async function maven(releases) {
  const missing = missingOf(releases);
  if (missing.length === 0 || (await runs("mvn", ["-version"]))) return [];
  return [
    {
      what: `Maven is missing; it downloads ${inGigabytes(sum(missing, "bytes"))}.`,
      cure: "Install it from https://maven.apache.org/, so that `mvn` is on the PATH.",
      packages: ["maven"],
    },
  ];
}

async function disk(releases) {
  const missing = missingOf(releases);
  // Maven's own copy is there for a moment beside ours.
  const download = sum(missing, "bytes") + Math.max(0, ...missing.map(({ bytes }) => bytes));
  const needs = new Map();
  for (const [folder, bytes, cure] of [
    [CACHE, download, "or set REBADGE_CACHE to a folder elsewhere"],
    [tmpdir(), sum(releases, "disk"), "or set TMPDIR to a folder elsewhere"],
  ]) {
    const there = existing(folder);
    const { bavail, bsize } = await statfs(there);
    // What is needed on one disk adds up.
    const { dev } = await stat(there);
    const before = needs.get(dev)?.bytes ?? 0;
    needs.set(dev, { folder: there, free: bavail * bsize, bytes: before + bytes, cure });
  }
  return [...needs.values()]
    .filter(({ free, bytes }) => free < bytes)
    .map(({ folder, free, bytes, cure }) => ({
      what: `${inGigabytes(bytes)} of disk are needed at ${folder}, and ${inGigabytes(free)} are free.`,
      cure: `Make room, ${cure}.`,
    }));
}

function memory(releases) {
  const needed = sum(releases, "memory") + MEMORY_OF_THE_REST;
  // macOS counts as used what it would give back at once.
  const free = process.platform === "darwin" ? totalmem() : process.availableMemory();
  if (free >= needed) return [];
  const fewer = releases.length > 1 ? ", or run one server only: ./build.sh conformance 26.9" : "";
  return [
    {
      what: `${inGigabytes(needed)} of memory are needed, and ${inGigabytes(free)} are free.`,
      cure: `End other programs${fewer}.`,
    },
  ];
}

/** Where we are root: whether a program may be started as somebody else, and get to its folder. */
async function unprivilegedUser() {
  if (UNPRIVILEGED.uid === undefined) return [];
  const shell = (script) => runs("/bin/sh", ["-c", script, tmpdir()], { ...UNPRIVILEGED, cwd: "/" });
  if (!(await shell("exit 0"))) {
    return [
      {
        what: `A server must not run as root, and this root may not become user ${UNPRIVILEGED.uid}.`,
        cure: "Run this as an ordinary user.",
      },
    ];
  }
  if (await shell('test -x "$0"')) return [];
  return [
    {
      what: `Nobody but root may enter ${tmpdir()}, where the servers are to be.`,
      cure: "Set TMPDIR to a folder that others may enter.",
    },
  ];
}

/** build.sh looks for it, and says in the environment what it has found. */
function browser() {
  if (existsSync(process.env.REBADGE_CHROMIUM ?? "")) return [];
  return [
    {
      what: "A Chromium, Chrome or Edge is missing.",
      cure: "Install one of them, or set REBADGE_CHROMIUM to the path of one.",
      packages: ["chromium"],
    },
  ];
}

/** What is still to be downloaded. */
const missingOf = (releases) => releases.flatMap(downloadsOf).filter((download) => !isCached(download));
const runs = (command, args, options) => execute(command, args, options).then(() => true, () => false);
const sum = (list, field) => list.reduce((total, entry) => total + entry[field], 0);
const inGigabytes = (bytes) => `${(bytes / GB).toFixed(1)} GB`;
const existing = (folder) => (existsSync(folder) ? folder : existing(dirname(folder)));
