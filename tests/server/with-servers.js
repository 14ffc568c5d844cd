// Real servers for as long as something needs them: brought, started, seeded, and
// gone afterwards, however it ends.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bring } from "./cache.js";
import { Place } from "./place.js";
import { downloadsOf } from "./releases.js";
import { say, stage } from "./say.js";
import { seed } from "./seed.js";
import { startServer } from "./server.js";

/**
 * Calls `use` with `run(command, args)`, which runs a program with REBADGE_SERVERS in
 * its environment and answers `{code, signal}`.
 */
export async function withServers(releases, use) {
  const place = new Place();
  stopEarly(async (why, code) => {
    say(`\n${why}: ending what was started.`);
    await place.leave();
    process.exit(code);
  });
  try {
    await stage("downloads", async () => {
      for (const download of releases.flatMap(downloadsOf)) say(await bring(download, place));
    });
    const scene = await stage("servers", () =>
      Promise.all(releases.map(async (release) => seed(await startServer(release, place), place))),
    );
    const file = join(await place.folder(), "servers.json");
    await writeFile(file, JSON.stringify(scene, null, 2));
    await use((command, args) => place.run(command, args, { env: { ...process.env, REBADGE_SERVERS: file } }));
  } finally {
    await place.leave();
  }
}

/** On Ctrl-C, on being told to end, and when the shell that started us has ended. */
function stopEarly(stop) {
  const once = (...args) => {
    clearInterval(watch);
    stop(...args);
  };
  process.once("SIGINT", () => once("Interrupted", 130));
  process.once("SIGTERM", () => once("Told to end", 143));
  process.once("SIGHUP", () => once("The terminal is gone", 129));
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || once("The shell is gone", 143), 500).unref();
}
