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
  let ending;
  onTheEnd((why, code) => {
    say(`\n${why}: ending what was started.`);
    ending = place.leave().then(() => process.exit(code));
  });
  try {
    await stage("downloads", async () => {
      for (const download of releases.flatMap(downloadsOf)) say(await bring(download, place));
    });
    const scene = await stage("servers", () =>
      Promise.all(releases.map(async (release) => seed(await startServer(release, place), place))),
    );
    const folder = await place.folder();
    const file = join(folder, "servers.json");
    await writeFile(file, JSON.stringify(scene, null, 2));
    // A browser that is killed leaves its profile behind; there it goes with the place.
    const env = { ...process.env, TMPDIR: folder, REBADGE_SERVERS: file };
    await use((command, args) => place.run(command, args, { env }));
  } finally {
    await (ending ?? place.leave());
  }
}

/** On Ctrl-C, on being told to end, and when the shell that started us has ended. */
function onTheEnd(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) end("The shell is gone", 143);
  }, 500).unref();
  const end = (why, code) => {
    clearInterval(watch);
    stop(why, code);
  };
  process.once("SIGINT", () => end("Interrupted", 130));
  process.once("SIGTERM", () => end("Told to end", 143));
  process.once("SIGHUP", () => end("The terminal is gone", 129));
}
