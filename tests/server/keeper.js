// The process behind a Place: it makes the folders, starts the programs, and does
// away with all of them when the line to the maker of the place breaks.
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** How long a program may take to end once asked to, in milliseconds. */
const PATIENCE = 10_000;

const folders = [];
/** The programs that run; each leads a process group, which has its pid. */
const programs = new Set();

function tell(answer) {
  if (process.connected) process.send(answer, () => {});
}

async function make({ id, make: parent }) {
  const folder = await mkdtemp(join(parent, "rebadge-"));
  folders.push(folder);
  // A server that runs as somebody else has to get through to its own folder.
  await chmod(folder, 0o711);
  tell({ id, folder });
}

function run({ id, run: { command, args, log, ...options } }) {
  const output = log === undefined ? "inherit" : openSync(log, "a");
  const program = spawn(command, args, { ...options, detached: true, stdio: ["ignore", output, output] });
  if (log !== undefined) closeSync(output);
  programs.add(program);
  program.ended = new Promise((resolve) => {
    program.on("error", ({ message }) => resolve({ error: message }));
    program.on("exit", (code, signal) => {
      // What it started and left behind; the number may be given anew later on.
      signalGroup(program, "SIGKILL");
      resolve({ code, signal });
    });
  });
  program.ended.then((how) => {
    programs.delete(program);
    tell({ id, ...how });
  });
}

function signalGroup({ pid }, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // Nobody is left in it; macOS says EPERM where only the dead are.
    if (error.code !== "ESRCH" && error.code !== "EPERM") throw error;
  }
}

async function leave() {
  const ended = Promise.all([...programs].map((program) => program.ended));
  for (const program of programs) signalGroup(program, "SIGTERM");
  const impatient = setTimeout(() => {
    for (const program of programs) signalGroup(program, "SIGKILL");
  }, PATIENCE);
  await ended;
  clearTimeout(impatient);
  // Again where a process that is dying still writes.
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  process.exit();
}

process.on("message", (question) => {
  const answered = question.make === undefined ? run : make;
  Promise.resolve(question).then(answered).catch(({ message }) => tell({ id: question.id, error: message }));
});
process.once("disconnect", leave);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.connected && process.disconnect());
