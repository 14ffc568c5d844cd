// A real Firefox with the extension in it, with that part of puppeteer's
// `Browser` that the tests use.
import { spawn } from "node:child_process";
import { Marionette } from "./marionette.js";
import { Page } from "./page.js";
import { dropProfile, makeProfile, portOf, UUID } from "./profile.js";

const INSIDE = new URL("inside/", import.meta.url).href;

// Firefox takes modules from addresses of its own only: the folder gets one.
const LOAD = `
  Services.io.getProtocolHandler("resource").QueryInterface(Ci.nsIResProtocolHandler)
    .setSubstitution("rebadge-tests", Services.io.newURI(arguments[0]));
  globalThis.rebadgeInside = ChromeUtils.importESModule("resource://rebadge-tests/index.js");`;

export class Firefox {
  #process;
  #profile;
  #marionette;
  #pages = new Map();
  #last = "";
  #heard = 0;
  #wakes = new Set();

  /**
   * Starts Firefox for a stand-in's port, with the extension of a folder; `profile` is a folder that stays, `env` is
   * more of its environment.
   */
  static async start({ executable, port, dist, profile, headless = true, env = {} }) {
    const firefox = new this();
    firefox.#profile = await makeProfile(port, profile);
    firefox.#process = spawn(
      executable,
      ["--marionette", "--remote-allow-system-access", "--no-remote", "--profile", firefox.#profile.path, ...(headless ? ["--headless"] : [])],
      {
        stdio: ["ignore", "ignore", "ignore"],
        env: { ...process.env, MOZ_HEADLESS_WIDTH: "1600", MOZ_HEADLESS_HEIGHT: "1200", MOZ_CRASHREPORTER_DISABLE: "1", ...env },
      },
    );
    const end = () => firefox.#process.kill("SIGKILL");
    process.once("exit", end);
    firefox.#process.once("exit", () => process.off("exit", end));
    try {
      const control = await portOf(firefox.#profile, () => firefox.#process.exitCode !== null);
      firefox.#marionette = await Marionette.connect(control);
      await firefox.#marionette.ask("Addon:Install", { path: dist, temporary: true });
      await firefox.#marionette.run(LOAD, INSIDE);
      await firefox.ask("ready");
      await firefox.refresh();
      firefox.#follow();
      return firefox;
    } catch (error) {
      await firefox.close();
      throw error;
    }
  }

  /** Has something done inside Firefox. */
  async ask(name, ...args) {
    const answer = await this.#marionette.run(
      "return (async () => JSON.stringify((await globalThis.rebadgeInside[arguments[0]](...JSON.parse(arguments[1]))) ?? null))();",
      name,
      JSON.stringify(args),
    );
    return JSON.parse(answer);
  }

  /** Installs a folder's extension, perhaps over another version of it. */
  async installExtension(dist) {
    await this.#marionette.ask("Addon:Install", { path: dist, temporary: true });
    await this.refresh();
    return UUID;
  }

  process = () => this.#process;
  pages = async () => this.targets().filter((it) => it.kind !== "background_page");
  targets = () => [...this.#pages.values()];
  target = () => this;
  defaultBrowserContext = () => this;
  // Extension pages may write, and tests read it elsewhere.
  overridePermissions = async () => {};

  cookies = () => this.ask("cookies");
  setCookie = (...cookies) => this.ask("setCookies", cookies);
  deleteCookie = (...cookies) => this.ask("deleteCookies", cookies);

  /** Has files saved into a folder without asking. */
  async saveInto(folder) {
    await this.ask("setPref", "browser.download.dir", folder);
    await this.ask("setPref", "browser.download.folderList", 2);
  }

  async newPage(options = {}) {
    const id = await this.ask("open", options);
    await this.refresh();
    return this.#pages.get(id);
  }

  async waitForTarget(wanted, { timeout = 30_000 } = {}) {
    const end = Date.now() + timeout;
    for (;;) {
      const found = this.targets().find(wanted);
      if (found) return found;
      if (Date.now() > end) throw new Error(`Waiting for target failed: ${timeout} ms exceeded`);
      await this.#change(end - Date.now());
    }
  }

  /** Presses the real toolbar button in a page's window; answers the popup. */
  async pressToolbarButton(page) {
    const id = await this.ask("pressToolbarButton", page.id);
    await this.refresh();
    return this.#pages.get(id);
  }

  /** Learns which pages there are now. */
  async refresh() {
    this.#take(await this.ask("changes", "", this.#heard));
  }

  async close() {
    const gone = new Promise((done) => {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) done();
      this.#process.once("exit", done);
    });
    this.#marionette?.ask("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
    const late = setTimeout(() => this.#process.kill("SIGKILL"), this.#marionette ? 5_000 : 0);
    await gone;
    clearTimeout(late);
    this.#marionette?.close();
    await dropProfile(this.#profile);
  }

  async #follow() {
    for (;;) {
      try {
        this.#take(await this.ask("changes", this.#last, this.#heard));
      } catch {
        for (const page of this.#pages.values()) page.gone = true;
        return;
      }
    }
  }

  #take({ now, pages, said, from }) {
    this.#last = now;
    const ids = new Set(pages.map(({ id }) => id));
    for (const { id, url, type } of pages) {
      if (!this.#pages.has(id)) this.#pages.set(id, new Page(this, id, type));
      this.#pages.get(id).address = url;
    }
    const news = said.slice(this.#heard - from);
    for (const { page, text } of news) this.#pages.get(page)?.heard.push(text);
    this.#heard += news.length;
    for (const [id, page] of this.#pages) {
      if (ids.has(id)) continue;
      this.#pages.delete(id);
      page.gone = true;
      page.emit("close");
    }
    for (const wake of this.#wakes) wake();
  }

  #change(patience) {
    return new Promise((done) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wakes.delete(wake);
        done();
      };
      const timer = setTimeout(wake, patience);
      this.#wakes.add(wake);
    });
  }
}
