// What is downloaded from Maven Central, kept outside the tree from run to run,
// and checked by SHA-256 in every run.
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { say } from "./say.js";

const { REBADGE_CACHE, XDG_CACHE_HOME } = process.env;

/** The folder of the downloads. */
export const CACHE = resolve(REBADGE_CACHE || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "rebadge"));

const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy";

/** No questions, errors only, and no remembering that something was not there. */
const QUIETLY = ["--batch-mode", "--quiet", "--update-snapshots"];

/** Seconds between one attempt and the next. */
const PAUSES = [5, 20, 60];

/** How often a line says how far a download is, in milliseconds. */
const EVERY = 10_000;

/** `group:name:version:type` as a file of a Maven repository is called. */
export function fileName(artifact) {
  const [, name, version, type] = artifact.split(":");
  return `${name}-${version}.${type}`;
}

/** Where a download is once it has been brought. */
export const pathOf = ({ artifact }) => join(CACHE, fileName(artifact));
export const isCached = (download) => existsSync(pathOf(download));

/**
 * The path of a download, which is brought if it is not there, or not right.
 *
 * # Errors
 * After four attempts that failed, what the last of them said.
 */
export async function bring(download, place, { fetch = byMaven, pauses = PAUSES } = {}) {
  const target = pathOf(download);
  if (existsSync(target)) {
    if ((await sha256(target)) === download.sha256) return target;
    say(`${target} is not what it should be: it is deleted and brought anew.`);
    await rm(target);
  }
  await mkdir(CACHE, { recursive: true });
  // In the cache, so that what has come is moved into its place at once.
  const folder = await place.folder(CACHE);
  for (const seconds of [...pauses, undefined]) {
    try {
      const arrived = await fetch(download, folder, place);
      await refuseUnlike(arrived, download.sha256);
      await rename(arrived, target);
      await rm(folder, { recursive: true });
      return target;
    } catch (error) {
      if (seconds === undefined || place.isLeft) throw error;
      say(`${error.message}\nTried again in ${seconds} s.`);
      await pause(seconds * 1000);
    }
  }
}

/** Deletes a file of another digest, and throws. */
async function refuseUnlike(file, expected) {
  const digest = await sha256(file);
  if (digest === expected) return;
  await rm(file);
  throw new Error(`${file} has the SHA-256 ${digest} where ${expected} is expected; it is deleted.`);
}

async function sha256(file) {
  const digest = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), digest);
  return digest.digest("hex");
}

/**
 * Maven obeys the person's own settings: mirrors, proxies. Its repository is in our
 * folder too, or the download would stay there a second time for good.
 */
async function byMaven({ artifact, bytes }, folder, place) {
  say(`Maven brings ${artifact} (${megabytes(bytes)} MB) to ${CACHE}`);
  const [repository, out, log] = ["repository", "out", "maven.log"].map((name) => join(folder, name));
  const progress = setInterval(async () => {
    const here = await sizeOf(folder);
    // Past that Maven copies what has come.
    if (here < bytes) say(`  ${megabytes(here)} of ${megabytes(bytes)} MB`);
  }, EVERY);
  try {
    const { code } = await place.run(
      "mvn",
      [...QUIETLY, PLUGIN, `-Dartifact=${artifact}`, `-DoutputDirectory=${out}`, `-Dmaven.repo.local=${repository}`],
      { cwd: folder, log },
    );
    if (code !== 0) throw new Error(`Maven could not bring ${artifact}:\n${await firstLine(log)}`);
  } finally {
    clearInterval(progress);
  }
  await rm(repository, { recursive: true });
  return join(out, fileName(artifact));
}

/** The rest of what Maven says of an error is where to read about it. */
const firstLine = async (file) =>
  stripVTControlCharacters(await readFile(file, "utf8")).trimStart().split("\n")[0];

async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const megabytes = (bytes) => Math.round(bytes / 1e6);
