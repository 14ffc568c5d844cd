// A scene of a test file: one stand-in and one browser for all of its tests,
// and for each of them a fresh page, popup, storage and session.
import { mkdir } from "node:fs/promises";
import { after, before, test as nodeTest } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { allowClipboard, BROWSER, closePage, enterBackRoom, startBrowser, stopBrowser } from "./browser.js";
import { signIn, signOut } from "./people.js";
import { clickToolbarButton } from "./popup.js";
import { StandIn } from "./stand-in.js";
import { watch } from "./watch.js";

const FAILED = fileURLToPath(new URL("../../../dist/tests/failed/", import.meta.url));

// A file of tests that takes too long is told to end: it does, and Chromium with it.
process.once("SIGTERM", () => process.exit(143));

/** How often a test may be tried: once, or where many run side by side, as told. */
export const TRIES = Number(process.env.REBADGE_TRIES ?? 1);

/**
 * Does what a test does, as often as it may be tried, and says so where that was
 * more than once; `anew` is done before it is tried again.
 */
export async function tried(t, name, act, anew = () => {}) {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      t.diagnostic(`tried again: ${name} (${error.message.split("\n", 1)[0]})`);
      await anew();
    }
  }
}

/** The project that most tests are about. */
export const PROJECT = "acme-payments_payments-service";

/**
 * Begins a scene; answers the function that declares its tests. Whoever plays
 * with something else than the stand-in says how it starts, how somebody signs
 * in, where its pages are, and which page is a project's; whoever tests more
 * than is shipped, in which folder the extension is.
 */
export function scene({
  args = [],
  dist,
  start = () => StandIn.start(),
  enter = signIn,
  home = "https://sonarcloud.io",
  projectPage = "/project/overview",
} = {}) {
  let standIn;
  let chromium;
  let backRoom;

  const begin = async () => {
    chromium = await startBrowser(standIn, { args, dist });
    await allowClipboard(chromium);
    backRoom = await enterBackRoom(chromium);
  };
  const end = async () => {
    if (chromium) await stopBrowser(chromium.browser);
    chromium = undefined;
  };

  before(async () => {
    standIn = await start();
    await begin();
  });

  after(async () => {
    await end();
    standIn?.stop();
  });

  // What a browser still holds of a test that failed may make it fail again.
  const anew = async () => {
    await end();
    await begin();
  };

  /**
   * Declares a test. Options: `as` signs somebody in, `profile` is the stand-in's,
   * `chromium` says why it can be played in Chromium only.
   */
  return function test(name, { as = "ada", profile = "CloudFull", chromium: only, ...options }, body) {
    if (only && BROWSER !== "chromium") return nodeTest(name, { skip: only }, () => {});
    const timeout = (options.timeout ?? 60_000) * TRIES;
    nodeTest(name, { ...options, timeout }, (t) => tried(t, name, () => once(t), anew));

    async function once(t) {
      await standIn.reset(profile);
      const { browser } = chromium;
      await signOut(browser);
      await backRoom.evaluate(async () => {
        const { local, session, sync } = chrome.storage;
        await Promise.all([local.clear(), session.clear(), sync.clear()]);
      });
      if (as !== null) await enter(browser, standIn, as);
      const visit = new Visit(t, { chromium, standIn, backRoom, home, projectPage });
      try {
        await body(visit);
      } catch (error) {
        await visit.photograph(name);
        error.stack += `\n    on the screen: ${await visit.said()}`;
        throw error;
      } finally {
        await visit.leave();
      }
    }
  };
}

/** What a test holds: a tab, the popup on it, and the stand-in behind them. */
export class Visit {
  constructor(t, { chromium, standIn, backRoom, home, projectPage }) {
    this.t = t;
    this.chromium = chromium;
    this.standIn = standIn;
    this.browser = chromium.browser;
    this.id = chromium.id;
    /** Where the extension's pages are. */
    this.origin = chromium.origin;
    /** A document of the extension, to look into its storage from. */
    this.backRoom = backRoom;
    this.home = home;
    this.projectPage = projectPage;
  }

  /** Goes to a page; a path is one of the scene's own host. */
  async go(address) {
    this.page ??= await this.browser.newPage();
    const url = address.startsWith("/") ? this.home + address : address;
    await this.page.goto(url);
    return this.page;
  }

  /** Presses the toolbar button on the page. */
  async click() {
    this.popup = await clickToolbarButton(this.chromium, this.page);
    this.heard = await watch(this.popup);
    return this.popup;
  }

  /** Goes to a page and presses the toolbar button there. */
  async open(address) {
    await this.go(address);
    return this.click();
  }

  /** Goes to a project's page and presses the toolbar button there. */
  openProject(project = PROJECT, more = {}) {
    return this.open(`${this.projectPage}?${new URLSearchParams({ id: project, ...more })}`);
  }

  /** Keeps a picture of the popup for whoever looks into a failure. */
  async photograph(name) {
    if (!this.popup || this.popup.isClosed()) return;
    await mkdir(FAILED, { recursive: true });
    const file = name.replaceAll(/[^\w-]+/g, "-").slice(0, 100);
    await this.popup.screenshot({ path: `${FAILED}${file}.png` }).catch(() => {});
  }

  /** What the popup says, for whoever reads of a failure. */
  async said() {
    if (!this.popup || this.popup.isClosed()) return "no popup";
    const words = () => {
      const parts = document.querySelectorAll("h1, h2, [role=alert], [role=status], #listing, #empty");
      return [...parts].filter((it) => it.checkVisibility()).map((it) => it.innerText.trim()).filter(Boolean);
    };
    const said = await Promise.race([
      this.popup.evaluate(words).catch((error) => error.message),
      pause(2_000, "no answer", { ref: false }),
    ]);
    return JSON.stringify(said);
  }

  /** Closes everything that the test opened. */
  async leave() {
    for (const page of await this.browser.pages()) {
      if (page !== this.backRoom) await closePage(page);
    }
    if (this.popup) await closePage(this.popup);
  }
}
