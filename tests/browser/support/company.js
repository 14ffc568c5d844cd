// A browser under a company's policies.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser, stopBrowser } from "./browser.js";

/** Why no policies can be given here, or false. */
export const noPolicies =
  process.platform === "linux" && process.getuid() === 0 && existsSync("/etc/chromium") && existsSync("/usr/bin/unshare")
    ? false
    : "giving Chromium policies takes root on Linux, and Chromium as Debian packages it";

/**
 * Does something with a Chromium whose company has set these policies for the
 * extension. It looks for them in one place of the system only: it gets a view of
 * its own of that place, and nothing is left behind.
 */
export async function underPolicies(visit, policies, work) {
  const folder = await mkdtemp(join(tmpdir(), "rebadge-policies-"));
  let chromium;
  try {
    chromium = await startBrowser(visit.standIn, { executable: await launcher(folder, visit.id, policies) });
    await work(chromium);
  } finally {
    if (chromium) await stopBrowser(chromium.browser);
    await rm(folder, { recursive: true, force: true });
  }
}

async function launcher(folder, id, policies) {
  const place = join(folder, "etc");
  await mkdir(join(place, "policies/managed"), { recursive: true });
  const all = { "3rdparty": { extensions: { [id]: policies } } };
  await writeFile(join(place, "policies/managed/rebadge.json"), JSON.stringify(all));
  const file = join(folder, "chromium");
  const chromium = process.env.REBADGE_CHROMIUM ?? "/usr/bin/chromium";
  const script = `#!/bin/sh\nexec unshare --mount sh -c 'mount --bind "$0" /etc/chromium && exec "$@"' '${place}' '${chromium}' "$@"\n`;
  await writeFile(file, script, { mode: 0o755 });
  return file;
}
