// The stage of the demo: the stand-in, and a browser for which it is
// sonarcloud.io. In a window where there is a screen to show it on.
import { startBrowser } from "../support/browser.js";
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
  /** Sets the stage; whoever asked for it strikes it. */
  static async set() {
    const stage = new Stage();
    try {
      stage.standIn = await StandIn.start("CloudFull");
      stage.chromium = await stage.#browser();
    } catch (error) {
      await stage.strike();
      throw error;
    }
    stage.browser = stage.chromium.browser;
    return stage;
  }

  async #browser() {
    if (hasScreen()) {
      try {
        const chromium = await startBrowser(this.standIn, { headless: false, args: WINDOWED });
        this.isWindowed = true;
        return chromium;
      } catch (error) {
        console.log(`No window could be opened, so it goes on without one. (${firstLine(error)})`);
      }
    }
    this.isWindowed = false;
    return startBrowser(this.standIn, { args: CRISP });
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

  /** Ends browser and stand-in, whatever state they are in. */
  async strike() {
    await this.chromium?.browser.close().catch(() => {});
    this.standIn?.stop();
  }
}

function firstLine(error) {
  return String(error.message ?? error).split("\n")[0];
}
