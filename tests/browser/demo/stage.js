// The stage of the demo: the stand-in or a real server, and a browser for which
// it is sonarcloud.io. In a window where there is a screen to show it on.
import { Facade } from "../../real/support/facade.js";
import { startBrowser, stopBrowser } from "../support/browser.js";
import { StandIn } from "../support/stand-in.js";

/** Twice the pixels, and a screen on which the popup has all of its room. */
const CRISP = ["--screen-info={3200x2400}", "--window-size=1280,1000", "--force-device-scale-factor=2"];

/** A Chromium that knows no Wayland would look for X only. */
const WINDOWED = process.platform === "linux" ? ["--ozone-platform-hint=auto"] : [];

function hasScreen() {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI && CI !== "false") return false;
  return ["darwin", "win32"].includes(process.platform) || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

export class Stage {
  /** Sets the stage, on a real server if asked for; whoever asked for it strikes it. */
  static async set({ onServer = false } = {}) {
    const stage = new Stage();
    try {
      await (onServer ? stage.#realServer() : stage.#standIn());
      stage.chromium = await stage.#browser();
    } catch (error) {
      await stage.strike();
      throw error;
    }
    stage.browser = stage.chromium.browser;
    return stage;
  }

  /** What plays SonarQube Cloud, its name, and ada's password there. */
  async #standIn() {
    this.cloud = await StandIn.start("CloudFull");
    this.name = "the stand-in";
    this.password = "ada-password";
  }

  async #realServer() {
    this.cloud = await Facade.before();
    this.name = `a real SonarQube Server ${this.cloud.server.version}`;
    this.password = this.cloud.server.password("ada");
  }

  async #browser() {
    if (hasScreen()) {
      try {
        const chromium = await startBrowser(this.cloud, { headless: false, args: WINDOWED });
        this.isWindowed = true;
        return chromium;
      } catch (error) {
        console.log(`No window could be opened, so it goes on without one. (${firstLine(error)})`);
      }
    }
    this.isWindowed = false;
    return startBrowser(this.cloud, { args: CRISP });
  }

  /** Waits until the person has closed the browser, or all of its windows. */
  async untilClosed() {
    const { browser } = this;
    await new Promise((closed) => {
      browser.once("disconnected", closed);
      // On macOS a browser without windows goes on.
      browser.on("targetdestroyed", async () => {
        if ((await browser.pages().catch(() => [])).length === 0) closed();
      });
    });
  }

  /** Ends browser and Cloud, whatever state they are in. */
  async strike() {
    if (this.chromium) await stopBrowser(this.chromium.browser);
    this.cloud?.stop();
  }
}

function firstLine(error) {
  return String(error.message ?? error).split("\n")[0];
}
