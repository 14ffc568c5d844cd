// An element of a page in Firefox, as a handle that puppeteer's tests know.
import { CANDIDATES, FIND, likely, parse } from "./selector.js";

export class Element {
  #page;

  constructor(page, reference) {
    this.#page = page;
    /** How Marionette names the element. */
    this.reference = reference;
  }

  asElement = () => this;
  evaluate = (work, ...args) => this.#page.evaluate(work, this, ...args);
  $$ = (selector) => findAll(this.#page, this, selector);
  $ = async (selector) => (await this.$$(selector))[0] ?? null;
  focus = () => this.evaluate((it) => it.focus());

  async click(options) {
    const { x, y } = await this.clickablePoint();
    await this.#page.mouse.click(x, y, options);
  }

  async hover() {
    const { x, y } = await this.clickablePoint();
    await this.#page.mouse.move(x, y);
  }

  async type(text) {
    await this.focus();
    await this.#page.keyboard.type(text);
  }

  /** Chooses in a box. */
  select = (value) =>
    this.evaluate((it, wanted) => {
      it.value = wanted;
      it.dispatchEvent(new Event("input", { bubbles: true }));
      it.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);

  boundingBox = () =>
    this.evaluate((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return width === 0 && height === 0 ? null : { x, y, width, height };
    });

  async clickablePoint() {
    const middle = await this.evaluate((it) => {
      it.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const { x, y, width, height } = it.getBoundingClientRect();
      return it.isConnected && width > 0 && height > 0 ? { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) } : null;
    });
    if (!middle) throw new Error("Node is either not clickable or not an Element");
    return middle;
  }
}

/** All elements that a selector finds, below another one or in the whole page. */
export async function findAll(page, root, selector) {
  const { role, name, ...plain } = parse(selector);
  if (role === undefined) return page.run(FIND, root, plain);
  const candidates = await page.run(CANDIDATES, root, likely(role), name);
  return candidates.length === 0 ? [] : page.named(candidates, role, name);
}
