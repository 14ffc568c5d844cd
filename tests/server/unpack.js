// From the download to a folder that a server can be started in.
import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * What stays in the download. The analysers of languages in which nothing is
 * analysed here: to register their rules is most of a start (measured on Server
 * 26.9: 150 s of processor time with them, 60 s without). The Javas for scanners:
 * ours use the server's.
 */
const LEFT_OUT = [
  /\/lib\/extensions\/(?!sonar-xml-plugin-)[^/]+\.jar$/,
  /\/jres\/[^/]+$/,
  // The name of a folder means all that is in it.
  /\/$/,
];

/** Unpacks by the `jar` of a JDK, which every system has; answers the server's home. */
export async function unpack(zip, jar, folder) {
  const { stdout } = await execute(jar, ["tf", zip], { maxBuffer: 1 << 24 });
  const names = stdout.trim().split(/\r?\n/);
  const list = join(folder, "names.txt");
  await writeFile(list, names.filter((name) => !LEFT_OUT.some((it) => it.test(name))).join("\n"));
  await execute(jar, ["xf", zip, `@${list}`], { cwd: folder });
  const home = join(folder, names[0].split("/")[0]);
  // `jar` knows no modes; of the programs, only these are started.
  const programs = join(home, "elasticsearch/bin");
  for (const name of await readdir(programs)) await chmod(join(programs, name), 0o755);
  await mkdir(join(folder, "tmp"));
  return home;
}

/** Writes the settings: loopback only, nobody asked on the network, little memory. */
export function configure(home, { context }, [web, search, database]) {
  const settings = {
    "sonar.web.host": "127.0.0.1",
    "sonar.web.port": web,
    "sonar.web.context": context,
    "sonar.search.host": "127.0.0.1",
    "sonar.search.port": search,
    "sonar.embeddedDatabase.port": database,
    "sonar.forceRedirectOnDefaultAdminCredentials": false,
    "sonar.telemetry.enable": false,
    "sonar.updatecenter.activate": false,
    "sonar.search.javaOpts": "-Xmx512m -Xms256m -XX:MaxDirectMemorySize=256m",
    // What the kernel allows of memory maps is none of our business.
    "sonar.search.javaAdditionalOpts": "-Dnode.store.allow_mmap=false",
    "sonar.es.bootstrap.checks.disable": true,
    // The one part that is worth the thorough compiler too (java.js): it checks a
    // password in a third of the time (measured: 0.12 s, and 0.37 s otherwise).
    "sonar.web.javaAdditionalOpts": "-XX:TieredStopAtLevel=4",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  return writeFile(join(home, "conf/sonar.properties"), lines.join(""));
}
