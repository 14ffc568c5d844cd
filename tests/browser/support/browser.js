// A real Chromium or Firefox with the extension in it, for which the stand-in
// is SonarQube Cloud, and nothing else is anything.
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { Firefox } from "./firefox/browser.js";
import { UUID } from "./firefox/profile.js";

/** Which browser is driven: `chromium` or `firefox`. */
export const BROWSER = process.env.REBADGE_BROWSER ?? "chromium";

/** The folder of the extension for that browser. */
export const DIST =
  process.env.REBADGE_DIST ?? fileURLToPath(new URL(`../../../dist/${BROWSER}/`, import.meta.url));

// Firefox shows JSON in a viewer of its own, which is no page of the extension.
const BACK_ROOM = BROWSER === "firefox" ? "icons/icon-16.png" : "manifest.json";

/** Starts the browser with the extension, or with another folder of it; the caller closes it. */
export const startBrowser = (standIn, options = {}) =>
  BROWSER === "firefox" ? startFirefox(standIn, options) : startChromium(standIn, options);

async function startFirefox(standIn, { headless = true, args = [], dist = DIST, executable, env } = {}) {
  const profile = args.find((it) => it.startsWith("--user-data-dir="))?.split("=")[1];
  const browser = await Firefox.start({
    executable: executable ?? process.env.REBADGE_FIREFOX ?? "/usr/bin/firefox-esr",
    port: standIn.port,
    dist: dist.replace(/\/$/, ""),
    profile,
    headless,
    env,
  });
  return { browser, id: UUID, origin: `moz-extension://${UUID}` };
}

async function startChromium(standIn, { headless = true, args = [], dist = DIST, executable } = {}) {
  const port = standIn.port;
  const browser = await puppeteer.launch({
    executablePath: executable ?? process.env.REBADGE_CHROMIUM ?? "/usr/bin/chromium",
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width: 1100, height: 760 } : null,
    args: [
      `--host-resolver-rules=MAP sonarcloud.io:443 127.0.0.1:${port}, MAP sonarqube.us:443 127.0.0.1:${port}, MAP other.example:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      "--ignore-certificate-errors",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--lang=en-US",
      // A screen with room for a popup, which a headless one has not by default.
      "--screen-info={1600x1200}",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...args,
    ],
  });
  try {
    const id = await browser.installExtension(dist);
    const extension = (await browser.extensions()).get(id);
    return { browser, extension, id, origin: `chrome-extension://${id}` };
  } catch (error) {
    await stopBrowser(browser);
    throw error;
  }
}

/** Lets the extension's pages read and write the clipboard without asking. */
export const allowClipboard = ({ browser, origin }) =>
  browser
    .defaultBrowserContext()
    .overridePermissions(origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);

/** Opens a document of the extension in which none of its programs runs. */
export async function enterBackRoom({ browser, origin }) {
  const page = await browser.newPage();
  await page.goto(`${origin}/${BACK_ROOM}`);
  return page;
}

/** Closes the browser, or kills it where it does not close. */
export async function stopBrowser(browser) {
  if (!(await within(10_000, browser.close()))) browser.process()?.kill("SIGKILL");
}

/**
 * Closes a page. One whose tab is just going to another page answers that it
 * closes, and stays (Chromium 156): that one is closed again.
 */
export async function closePage(page) {
  while (!page.isClosed() && !(await within(2_000, page.close())));
}

/** Whether something is over, well or badly, within so many milliseconds. */
const within = (milliseconds, work) =>
  Promise.race([work.then(() => true, () => true), pause(milliseconds, false, { ref: false })]);
