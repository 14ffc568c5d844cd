// A browser under a company's policies.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { BROWSER, enterBackRoom, startBrowser, stopBrowser } from "./browser.js";
import { eventually } from "./screen.js";

/** Why no policies can be given here, or false. */
export const noPolicies =
  BROWSER === "firefox"
    ? process.platform !== "linux" && "where Firefox looks for policies is known for Linux only"
    : !(process.platform === "linux" && process.getuid() === 0 && existsSync("/etc/chromium") && existsSync("/usr/bin/unshare")) &&
      "giving Chromium policies takes root on Linux, and Chromium as Debian packages it";

/**
 * Does something with a browser whose company has set these policies for the
 * extension, and which has read them: it gets `backRoom` beside the browser.
 */
export async function underPolicies(visit, policies, work) {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-policies-"));
  let other;
  try {
    const options = BROWSER === "firefox" ? await atHome(folder, policies) : await asRoot(folder, visit.id, policies);
    other = await startBrowser(visit.standIn, options);
    const backRoom = await enterBackRoom(other);
    await eventually(
      () => backRoom.evaluate(() => chrome.storage.managed.get().catch(() => ({}))),
      (managed) => isDeepStrictEqual(managed, policies),
    );
    await work({ ...other, backRoom });
  } finally {
    if (other) await stopBrowser(other.browser);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Firefox looks for a managed storage manifest in the person's own folder. */
async function atHome(home, data) {
  const place = join(home, ".mozilla/managed-storage");
  const name = "rebadge@rebadge.dev";
  await mkdir(place, { recursive: true });
  await writeFile(join(place, `${name}.json`), JSON.stringify({ name, description: "Policies", type: "storage", data }));
  return { env: { HOME: home } };
}

/**
 * Chromium looks for policies in one place of the system only: it gets a view of
 * its own of that place, and nothing is left behind.
 */
async function asRoot(folder, id, policies) {
  const place = join(folder, "etc");
  await mkdir(join(place, "policies/managed"), { recursive: true });
  const all = { "3rdparty": { extensions: { [id]: policies } } };
  await writeFile(join(place, "policies/managed/rebadge.json"), JSON.stringify(all));
  const executable = join(folder, "chromium");
  const chromium = process.env.REBADGE_CHROMIUM ?? "/usr/bin/chromium";
  const script = `#!/bin/sh\nexec unshare --mount sh -c 'mount --bind "$0" /etc/chromium && exec "$@"' '${place}' '${chromium}' "$@"\n`;
  await writeFile(executable, script, { mode: 0o755 });
  return { executable };
}
