// Site access without a person at the prompt, and a page from which tests call
// the wrappers that other pages of the extension are built of.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSER, DIST } from "./browser.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? `${ROOT}target`;

/** A copy of the extension with the probe's page in it; gone when the tests are. */
export function probed() {
  const folder = mkdtempSync(join(tmpdir(), "rebadge-probe-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(DIST, folder, { recursive: true });
  // The probe's glue imports scripts that are shipped inside of the pages' own.
  cpSync(`${ROOT}extension`, folder, { recursive: true, force: false });
  cpSync(`${TARGET}/probe/`, join(folder, "wasm"), { recursive: true });
  writeFileSync(join(folder, "probe.html"), '<!doctype html><script type="module" src="probe.js"></script>');
  writeFileSync(
    join(folder, "probe.js"),
    'import init, * as probe from "./wasm/probe.js"; await init(); globalThis.probe = probe;',
  );
  return folder;
}

/** Opens the probe's page; no site access is left from another test. */
export async function openProbe(visit) {
  const page = await visit.browser.newPage();
  await page.goto(`${visit.origin}/probe.html`);
  await page.waitForFunction(() => globalThis.probe !== undefined);
  await page.evaluate(() => globalThis.probe.revoke_access("eu"));
  return page;
}

/** What the browser's own page of extensions does. */
async function inSettings(visit, work, ...args) {
  const page = await visit.browser.newPage();
  try {
    await page.goto("chrome://extensions");
    return await page.evaluate(work, visit.id, ...args);
  } finally {
    await page.close();
  }
}

/** Makes a personal access token of the person who is signed in. */
export async function accessToken(visit) {
  await visit.go("/projects");
  const { status, token } = await visit.page.evaluate(async () => {
    const xsrf = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1];
    const body = new URLSearchParams({ name: `test ${Math.random()}` });
    const headers = { "x-xsrf-token": xsrf };
    const answer = await fetch("/api/user_tokens/generate", { method: "POST", body, headers });
    return { status: answer.status, ...(await answer.json()) };
  });
  assert.equal(status, 200);
  await visit.page.close();
  visit.page = undefined;
  return token;
}

/**
 * Has a person's consent noted, so that the extension's own request, which is
 * still made, is granted without the prompt that nobody could press.
 */
export const consent = (visit, site = "https://sonarcloud.io/*") =>
  BROWSER === "firefox" ? visit.browser.ask("promptForPermissions", false) : inSettings(visit, (id, host) => chrome.developerPrivate.addHostPermission(id, host), site);

/** The same, with the request that the probe makes. */
export async function grant(visit, probe, at = "eu", site = "https://sonarcloud.io/*") {
  await consent(visit, site);
  // Firefox takes a request from nothing but a click.
  await probe.evaluate((name) => {
    const button = document.createElement("button");
    button.textContent = "Allow";
    button.onclick = async () => button.replaceWith(String(await globalThis.probe.request_access(name)));
    document.body.replaceChildren(button);
  }, at);
  await probe.click("button");
  await probe.waitForFunction(() => document.body.innerText !== "Allow");
  assert.equal(await probe.evaluate(() => document.body.innerText), "true");
}

/** Takes site access back as a person does in the browser's settings. */
export const revoke = (visit, site = "https://sonarcloud.io/*") =>
  BROWSER === "firefox" ? visit.browser.ask("revokeSite", site) : inSettings(visit, (id, host) => chrome.developerPrivate.removeHostPermission(id, host).catch(() => {}), site);

/** The tabs as the extension sees them. */
export const tabs = (page) => page.evaluate(() => chrome.tabs.query({}));
