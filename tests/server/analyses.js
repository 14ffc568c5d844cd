// Real analyses, so that badges have measures to show.
import { mkdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { pathOf } from "./cache.js";
import { environmentOf } from "./java.js";
import { say, tail } from "./say.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** How long a server may take to work one up, in milliseconds. */
const DEADLINE = 120_000;

/** Analyses projects one after the other, then waits until their measures are there. */
export async function analyse(server, place, { api, token, projects }) {
  const scanner = server.release.scanner && pathOf(server.release.scanner);
  const tasks = [];
  for (const project of projects) {
    tasks.push(await scan({ server, place, scanner, token, project }));
    say(`${server.release.name}: ${project} is analysed`);
  }
  for (const task of tasks) await untilDone(api, task);
}

/** Answers the key of the task that the server makes of what the scanner sends. */
async function scan({ server: { folder, java, baseUrl }, place, scanner, token, project }) {
  const work = join(folder, "analyses", project);
  await mkdir(work, { recursive: true });
  const options = {
    "sonar.projectKey": project,
    "sonar.projectBaseDir": here("sources"),
    "sonar.sources": "src",
    "sonar.coverageReportPaths": "coverage.xml",
    "sonar.scm.disabled": true,
    // Nothing is written beside the sources, and nothing stays.
    "sonar.working.directory": join(work, "work"),
    "sonar.userHome": join(folder, "analyses/home"),
    // Instead of the Java that a newer server would hand out.
    "sonar.scanner.javaExePath": join(java, "bin/java"),
    // Server 9.9 knows no `sonar.token` (measured: "Not authorized").
    ...(scanner && { "sonar.login": token }),
  };
  const environment = environmentOf(java, folder);
  const log = join(work, "scan.log");
  const { code } = await place.run(process.execPath, [here("scanner/scan.js")], {
    cwd: work,
    log,
    env: {
      ...environment,
      PATH: here("scanner") + delimiter + environment.PATH,
      REBADGE_SCANNER: scanner,
      // `localScannerCli`: the one on the PATH, for a server without an engine.
      REBADGE_SCAN: JSON.stringify({ serverUrl: baseUrl, token, localScannerCli: true, options }),
    },
  });
  if (code !== 0) throw new Error(`The analysis of ${project} failed:\n${await tail(log, 30)}`);
  const report = await readFile(join(work, "work/report-task.txt"), "utf8");
  return /^ceTaskId=(.*)$/m.exec(report)[1];
}

async function untilDone(api, id) {
  const began = Date.now();
  for (;;) {
    const { task } = await api.get("api/ce/task", { id });
    if (task.status === "SUCCESS") return;
    if (["FAILED", "CANCELED"].includes(task.status) || Date.now() - began > DEADLINE) {
      throw new Error(`The analysis of ${task.componentKey} is ${task.status}: ${task.errorMessage ?? "no reason is given"}`);
    }
    await pause(300);
  }
}
