// A place is left without a trace, whatever has become of who made it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Place } from "./place.js";

const skip = process.platform === "win32" && "Real servers run on Linux and macOS only.";

/** A program that writes its pid and that of a child of its own, and stays. */
const family = (file) => ["-c", `sleep 600 & echo $$ $! > "${file}"; wait`];

async function pidsIn(file) {
  for (let tries = 0; tries < 100; tries++) {
    const pids = (await readFile(file, "utf8").catch(() => "")).trim().split(" ").map(Number);
    if (pids.length === 2) return pids;
    await pause(50);
  }
  throw new Error(`${file} has not come`);
}

/** Dead, or dead and not yet taken note of. */
async function isGone(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return /\) [ZX] /.test(stat);
}

async function allGone(pids, folder) {
  for (let tries = 0; tries < 100; tries++) {
    const gone = await Promise.all(pids.map(isGone));
    if (gone.every(Boolean) && !existsSync(folder)) return true;
    await pause(50);
  }
  return false;
}

test("leaving ends programs, their children, and removes the folder", { skip }, async () => {
  const place = new Place();
  const folder = await place.folder();
  const ended = place.run("sh", family(join(folder, "pids")));
  const pids = await pidsIn(join(folder, "pids"));
  assert.deepEqual(await Promise.all(pids.map(isGone)), [false, false]);
  await place.leave();
  await assert.rejects(ended, /left/);
  assert.ok(await allGone(pids, folder));
});

test("a killed maker takes its place with it", { skip }, async () => {
  const program = `
    import { Place } from ${JSON.stringify(new URL("place.js", import.meta.url))};
    const place = new Place();
    const folder = await place.folder();
    console.log(folder);
    await place.run("sh", ["-c", process.env.FAMILY], { cwd: folder });
  `;
  const [, script] = family("pids");
  const maker = spawn(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, FAMILY: script },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [folder] = await once(createInterface({ input: maker.stdout }), "line");
  const pids = await pidsIn(join(folder, "pids"));
  maker.kill("SIGKILL");
  assert.ok(await allGone(pids, folder));
});

test("what a program that ends leaves behind is ended too", { skip }, async () => {
  const place = new Place();
  const folder = await place.folder();
  const file = join(folder, "pids");
  assert.deepEqual(await place.run("sh", ["-c", `sleep 600 & echo $$ $! > "${file}"; exit 3`]), { code: 3, signal: null });
  const [, child] = await pidsIn(file);
  await rm(file);
  assert.ok(await allGone([child], file));
  await place.leave();
});

test("a program that is not there is an error, and so is a place that is left", { skip }, async () => {
  const place = new Place();
  await assert.rejects(place.run("no-such-program", []), /ENOENT/);
  await place.leave();
  await assert.rejects(place.folder(), /left/);
});
