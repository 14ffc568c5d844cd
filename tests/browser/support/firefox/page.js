// A page in Firefox, a popup too, with that part of puppeteer's `Page` that the
// tests use.
import { EventEmitter } from "node:events";
import { writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { Element, findAll } from "./element.js";
import { Keyboard, Mouse } from "./input.js";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const NOTHING = "rebadge:nothing";

// Marionette's own globals are not the page's, and it has nulls where JSON has nothing.
const PRELUDE = `const globalThis = window;
  const plain = async (it) => strip(await it) ?? (await it === null ? null : { "${NOTHING}": true });
  const strip = (it) => Array.isArray(it) ? it.map(strip) : it?.constructor?.name !== "Object" ? it
    : Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined).map(([key, value]) => [key, strip(value)]));`;

export class Page extends EventEmitter {
  #browser;
  #patience = 30_000;

  constructor(browser, id, type) {
    super();
    this.#browser = browser;
    this.id = id;
    this.kind = type;
    this.address = "about:blank";
    this.gone = false;
    /** What was said on the page's console. */
    this.heard = [];
    const act = (...chain) => this.#ask("act", ...chain);
    this.keyboard = new Keyboard(act);
    this.mouse = new Mouse(act);
    this.accessibility = { snapshot: (options) => this.#snapshot(options) };
  }

  #ask = (name, ...args) =>
    this.#browser.ask(name, this.id, ...args).catch(async (error) => {
      // Whoever hears of it asks next whether the page is closed.
      await this.#browser.refresh().catch(() => {});
      throw error;
    });

  // A page is its own target.
  type = (...words) => (words.length === 0 ? this.kind : this.#typeInto(...words));
  asPage = async () => this;
  page = async () => this;
  url = () => this.address;
  isClosed = () => this.gone;
  setDefaultTimeout = (milliseconds) => {
    this.#patience = milliseconds;
  };

  // ------------------------------------------------------------- what it runs

  /** Runs a function in the page, or a text as a script, and answers what comes of it. */
  evaluate(work, ...args) {
    return this.run(typeof work === "string" ? work : `${PRELUDE} return plain((${work})(...arguments));`, ...args);
  }

  evaluateHandle = (work, ...args) => this.evaluate(work, ...args);

  /** Runs the body of a function in the page. */
  async run(body, ...args) {
    return this.#taken(await this.#ask("evaluate", body, args.map(given)));
  }

  /** Those of some elements that have a role and a name. */
  named = async (elements, role, name) => this.#taken(await this.#ask("named", elements.map(given), role, name));

  #taken(value) {
    if (Array.isArray(value)) return value.map((it) => this.#taken(it));
    if (value === null || typeof value !== "object") return value;
    if (ELEMENT in value) return new Element(this, value);
    if (NOTHING in value) return undefined;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, this.#taken(it)]));
  }

  // ------------------------------------------------------------- what it shows

  $$ = (selector) => findAll(this, null, selector);
  $ = async (selector) => (await this.$$(selector))[0] ?? null;
  $eval = (selector, work, ...args) =>
    this.run(
      `${PRELUDE} const it = document.querySelector(arguments[0]);
       if (!it) throw new Error("failed to find element matching selector " + arguments[0]);
       return plain((${work})(it, ...[...arguments].slice(1)));`,
      selector,
      ...args,
    );
  $$eval = (selector, work, ...args) =>
    this.run(
      `${PRELUDE}
       return plain((${work})([...document.querySelectorAll(arguments[0])], ...[...arguments].slice(1)));`,
      selector,
      ...args,
    );

  waitForSelector = (selector, { timeout } = {}) =>
    this.#until(() => this.$(selector), `Waiting for selector \`${selector}\` failed`, timeout);

  waitForFunction = (work, { timeout } = {}, ...args) =>
    this.#until(() => this.evaluate(work, ...args), "Waiting failed", timeout);

  /** Waits until something is found; a page that is just changing has it a little later. */
  async #until(find, complaint, timeout = this.#patience) {
    const end = Date.now() + timeout;
    for (;;) {
      const found = await find().catch((error) => {
        if (this.gone) throw new Error(`${complaint}: the page is closed`, { cause: error });
        if (!/unloaded|closed|destroyed|actor|aborted/i.test(error.message)) throw error;
      });
      if (found) return found;
      if (Date.now() > end) throw new Error(`${complaint}: ${timeout} ms exceeded`);
      await pause(15);
    }
  }

  async #snapshot({ interestingOnly = true } = {}) {
    if (!interestingOnly) return this.#ask("accessibleTree");
    const focused = await this.#ask("focused");
    return { role: "WebArea", children: focused ? [focused] : [] };
  }

  // ------------------------------------------------------------- what it does

  async goto(url) {
    await this.#ask("go", url);
    await this.#browser.refresh();
  }

  async reload() {
    await this.#ask("reload");
    await this.#browser.refresh();
  }

  /** Waits for the next document in this page. */
  async waitForNavigation() {
    const before = await this.#ask("documentOf");
    await this.#ask("arrives", before, { patience: this.#patience });
    await this.#browser.refresh();
  }

  async close() {
    await this.#ask("close");
    await this.#browser.refresh();
  }

  /** Presses Alt, Shift and a letter: the page gets them, then the window, where the browser's own shortcuts listen. */
  async pressAltShift(letter) {
    const keys = ["Alt", "Shift", letter];
    for (const key of keys) await this.keyboard.down(key);
    for (const key of keys.toReversed()) await this.keyboard.up(key);
    await this.#ask("pressAltShift", letter);
  }

  content = () => this.evaluate(() => document.documentElement.outerHTML);
  title = () => this.evaluate(() => document.title);
  bringToFront = () => this.#ask("bringToFront");
  focus = async (selector) => (await this.$(selector)).focus();
  click = async (selector) => (await this.$(selector)).click();
  #typeInto = async (selector, text) => (await this.$(selector)).type(text);
  emulateMediaFeatures = (features) => this.#ask("emulate", features ?? []);
  setViewport = (viewport) => this.#ask("setViewport", viewport);
  setOfflineMode = (offline) => this.#ask("setOffline", offline);

  async screenshot({ path } = {}) {
    const picture = Buffer.from(await this.#ask("screenshot"), "base64");
    if (path) await writeFile(path, picture);
    return picture;
  }

  /** Nobody answers Firefox's own chooser; files are put into the field that asked for it. */
  waitForFileChooser = async () => ({
    accept: async (paths) => this.#ask("chooseFiles", (await this.waitForSelector("input[type=file]")).reference, paths),
  });

  /** Stops the page's process at whatever it is doing; answers what lets it go on. */
  async hang() {
    const pid = await this.#ask("processOf");
    process.kill(pid, "SIGSTOP");
    return async () => process.kill(pid, "SIGCONT");
  }

  /** The text on Firefox's clipboard, which no page may read without a gesture. */
  clipboardText = () => this.#browser.ask("clipboardText");
  setClipboardText = (text) => this.#browser.ask("setClipboardText", text);
}

const given = (value) => {
  if (value instanceof Element) return value.reference;
  if (Array.isArray(value)) return value.map(given);
  if (value === null || typeof value !== "object") return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, given(it)]));
};
