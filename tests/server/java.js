// The Javas of this machine: where they are, which version each is, and which one
// suits a release. Only JDKs count: a server's search engine takes modules that
// only these have, and their `jar` unpacks the download.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { UNPRIVILEGED } from "./unprivileged.js";

const execute = promisify(execFile);

/** Folders whose subfolders hold a Java each, and where in those its home is. */
const ROOTS = [
  ["/usr/lib/jvm", ""],
  ["/Library/Java/JavaVirtualMachines", "Contents/Home"],
  [join(homedir(), "Library/Java/JavaVirtualMachines"), "Contents/Home"],
  ["/opt/homebrew/opt", "libexec/openjdk.jdk/Contents/Home"],
  ["/usr/local/opt", "libexec/openjdk.jdk/Contents/Home"],
  [join(homedir(), ".sdkman/candidates/java"), ""],
];

/** The first number that counts of what `java -version` prints: 17, 25, or 8 for 1.8. */
export function majorOf(text) {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  const major = Number(first === "1" ? second : first);
  return Number.isInteger(major) ? major : undefined;
}

/** The oldest Java that suits, since that is what a release was made for; or none. */
export function choose(javas, { from, to = Infinity }) {
  return javas
    .filter(({ major }) => major >= from && major <= to)
    .toSorted((one, other) => one.major - other.major)[0];
}

/** `Java 21 or later`, `Java 17`. */
export const wanted = ({ from, to }) => `Java ${from}${to === undefined ? " or later" : ""}`;

/** Every JDK here: `{home, major}`, those first that the environment names. */
export async function findJavas() {
  const homes = new Set();
  for (const home of await candidates()) {
    if (existsSync(join(home, "bin/jar"))) homes.add(await realpath(home));
  }
  const javas = await Promise.all([...homes].map(async (home) => ({ home, major: await askVersion(home) })));
  return javas.filter(({ major }) => major !== undefined);
}

async function candidates() {
  const { REBADGE_JAVA_HOMES = "", JAVA_HOME = "", PATH = "" } = process.env;
  const homes = [...REBADGE_JAVA_HOMES.split(delimiter), JAVA_HOME];
  for (const [root, home] of ROOTS) {
    const names = await readdir(root).catch(() => []);
    homes.push(...names.map((name) => join(root, name, home)));
  }
  for (const folder of PATH.split(delimiter)) {
    const java = await realpath(join(folder, "java")).catch(() => undefined);
    if (java) homes.push(dirname(dirname(java)));
  }
  return homes.filter(Boolean);
}

/** Asked as the user that a server runs as, who may see less of the machine. */
async function askVersion(home) {
  const { stderr } = await execute(join(home, "bin/java"), ["-version"], { ...UNPRIVILEGED, cwd: "/" }).catch(
    () => ({ stderr: "" }),
  );
  return majorOf(stderr);
}

/**
 * The environment of a program of a server, or of a scanner: nothing of ours, since
 * variables change their settings. Temporary files go into `folder`/tmp. The quick
 * compiler is enough for so short a life (measured on Server 26.9: 40 s of
 * processor time until it is up, and 60 s otherwise).
 */
export const environmentOf = (home, folder) => ({
  PATH: process.env.PATH,
  // By them Java reads the names of files.
  LANG: process.env.LANG,
  LC_ALL: process.env.LC_ALL,
  HOME: folder,
  JAVA_HOME: home,
  SONAR_JAVA_PATH: join(home, "bin/java"),
  TMPDIR: join(folder, "tmp"),
  ES_TMPDIR: join(folder, "tmp"),
  JDK_JAVA_OPTIONS: `-XX:TieredStopAtLevel=1 "-Djava.io.tmpdir=${join(folder, "tmp")}"`,
});
