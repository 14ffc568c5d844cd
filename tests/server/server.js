// One SonarQube Server: unpacked into a folder of its own, started on loopback
// with its embedded database, and waited for.
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { pathOf } from "./cache.js";
import { choose, environmentOf, findJavas, wanted } from "./java.js";
import { freePorts } from "./ports.js";
import { say } from "./say.js";
import { UNPRIVILEGED } from "./unprivileged.js";
import { configure, unpack } from "./unpack.js";

const execute = promisify(execFile);

/** How long a server may take until it is up, in milliseconds. */
const DEADLINE = 300_000;

/** How often a line says that it is still starting, in milliseconds. */
const EVERY = 15_000;

/** How many lines of each log are shown of a server that did not start. */
const WORDS = 15;

/** Somebody else may take a port that was free a moment ago. */
const ATTEMPTS = 3;

/**
 * Starts a server of a release (releases.js) in a place (place.js), and waits until
 * it is up. Its download is there already (cache.js). It ends when the place is left.
 *
 * Answers `{release, origin, baseUrl, folder, java}`: `baseUrl` is origin and context path,
 * `folder` is the server's and goes with the place, `java` its Java's home.
 *
 * # Errors
 * The ends of its logs, where it does not come up.
 */
export async function startServer(release, place) {
  const zip = pathOf(release.zip);
  const java = choose(await findJavas(), release.java)?.home;
  if (java === undefined) throw new Error(`There is no ${wanted(release.java)} for SonarQube Server ${release.name}.`);
  for (let attempt = 1; ; attempt++) {
    const ports = await freePorts(3);
    try {
      return await start({ release, zip, java, ports }, place);
    } catch (error) {
      if (attempt === ATTEMPTS || !error.portWasTaken) throw error;
      say(`${release.name}: somebody else has taken a port; again with others.`);
    }
  }
}

async function start({ release, zip, java, ports }, place) {
  const folder = await place.folder();
  const home = await unpack(zip, join(java, "bin/jar"), folder);
  await configure(home, release, ports);
  const { uid, gid } = UNPRIVILEGED;
  if (uid !== undefined) await execute("chown", ["-R", `${uid}:${gid}`, folder]);

  const origin = `http://127.0.0.1:${ports[0]}`;
  const server = { release, origin, baseUrl: origin + release.context, folder, java };
  say(`${release.name}: starting at ${server.baseUrl}`);
  const log = join(folder, "out.log");
  const program = join(home, `lib/sonar-application-${release.version}.jar`);
  const ended = place.run(join(java, "bin/java"), ["-jar", program], {
    ...UNPRIVILEGED,
    cwd: home,
    env: environmentOf(java, folder),
    log,
  });
  const waiting = new AbortController();
  try {
    await Promise.race([ended.then(() => Promise.reject(new Error("ended by itself"))), untilUp(server, waiting.signal)]);
  } catch (error) {
    throw new DidNotStart(release, error, await written(log, join(home, "logs")));
  } finally {
    waiting.abort();
  }
  return server;
}

/** Until `api/system/status` says so; it is reachable before, and says STARTING. */
async function untilUp({ release, baseUrl }, signal) {
  const began = Date.now();
  let said = began;
  while (!signal.aborted) {
    const status = await fetch(`${baseUrl}/api/system/status`, { signal: AbortSignal.timeout(5000) })
      .then((response) => response.json())
      .then((answer) => answer.status, () => "not reachable yet");
    const now = Date.now();
    const seconds = `${Math.round((now - began) / 1000)} s`;
    if (status === "UP") return say(`${release.name}: up after ${seconds}`);
    if (now - began > DEADLINE) throw new Error(`is not up after ${seconds}`);
    if (now - said > EVERY) {
      say(`${release.name}: ${status.toLowerCase()}, ${seconds}`);
      said = now;
    }
    await pause(500);
  }
}

/** Why a server is not up: what it has written last. */
class DidNotStart extends Error {
  constructor({ name }, cause, logs) {
    const ends = logs.map(({ file, lines }) => [`--- ${file}`, ...lines.slice(-WORDS)].join("\n"));
    super(`SonarQube Server ${name} ${cause.message}.\n${ends.join("\n")}`, { cause });
    this.portWasTaken = logs.some(({ lines }) => lines.some((line) => /already in use|BindException/.test(line)));
  }
}

/** What a server has written: `{file, lines}` each, without the frames of stacks. */
async function written(output, folder) {
  const names = await readdir(folder).catch(() => []);
  const files = [output, ...names.filter((name) => name.endsWith(".log")).map((name) => join(folder, name))];
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, "utf8");
      return { file, lines: text.trimEnd().split("\n").filter((line) => !/^\s+(at|\.\.\.) /.test(line)) };
    }),
  );
}
