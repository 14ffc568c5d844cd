// A seat of the matrix: a stand-in and a browser with a profile that stays, so
// that the browser can be killed and looked at again.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowClipboard, enterBackRoom, startBrowser, stopBrowser } from "../browser/support/browser.js";
import { signIn } from "../browser/support/people.js";
import { Visit } from "../browser/support/scene.js";
import { StandIn } from "../browser/support/stand-in.js";

const WHO = "ada";

export class Seat {
  #folder;
  #chromium;
  #backRoom;

  /** Opens a seat. */
  static async open() {
    const seat = new this();
    seat.#folder = await mkdtemp(join(tmpdir(), "rebadge-seat-"));
    seat.standIn = await StandIn.start();
    await seat.#startBrowser();
    return seat;
  }

  /** A visit by somebody who administers all, with nothing left of the one before. */
  async begin(t) {
    await this.standIn.reset();
    await this.#backRoom.evaluate(async () => {
      const { local, session, sync } = chrome.storage;
      await Promise.all([local.clear(), session.clear(), sync.clear()]);
    });
    this.visit = new Visit(t, {
      chromium: this.#chromium,
      standIn: this.standIn,
      backRoom: this.#backRoom,
      home: "https://sonarcloud.io",
      projectPage: "/project/overview",
    });
    await this.#enter();
  }

  /** Ends a visit: nothing of it stays open. */
  async end() {
    await this.standIn.clearFaults();
    await this.visit.leave();
  }

  /** Kills the browser, and starts it again: what was stored is there, and what was open is not. */
  async killBrowser() {
    const { browser } = this.#chromium;
    const ended = new Promise((done) => browser.process().once("exit", done));
    browser.process().kill("SIGKILL");
    await ended;
    await this.#startBrowser();
    const { browser: again, id, origin } = this.#chromium;
    const backRoom = this.#backRoom;
    Object.assign(this.visit, { chromium: this.#chromium, browser: again, id, origin, backRoom, page: undefined, popup: undefined });
    await this.#enter();
  }

  /** Closes the seat. */
  async close() {
    await stopBrowser(this.#chromium.browser);
    this.standIn.stop();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async #startBrowser() {
    this.#chromium = await startBrowser(this.standIn, { args: [`--user-data-dir=${this.#folder}`] });
    await allowClipboard(this.#chromium);
    this.#backRoom = await enterBackRoom(this.#chromium);
  }

  #enter() {
    return signIn(this.#chromium.browser, this.standIn, WHO);
  }
}
