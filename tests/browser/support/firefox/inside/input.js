/* global Cc, ChromeUtils, Ci */
// Keyboard and mouse.
import { actorOf, browserOf, contextOf } from "./pages.js";

const { actions } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Actions.sys.mjs");

const states = new Map();

/** Counts the clicks of a multiple click whose parts come one by one, as told. */
const counting = (clicks) => ({
  count: clicks - 1,
  setClick() {
    this.count = clicks;
  },
  reset() {},
});

/** Does what keyboard or mouse do, in the words of WebDriver; `clicks` is the number of a click in a multiple one. */
export async function act(id, chain, clicks) {
  const context = contextOf(id);
  const browser = context.embedderElement;
  if (browser.ownerDocument.activeElement !== browser) browser.focus();
  const state = states.get(id) ?? new actions.State();
  states.set(id, state);
  state.usual ??= state.clickTracker;
  state.clickTracker = clicks ? counting(clicks) : state.usual;
  const actor = () => actorOf(id);
  const options = {
    context,
    getElementOrigin: () => null,
    isElementOrigin: () => false,
    assertInViewPort: (target) => actor().assertInViewPort(target),
    dispatchEvent: (name, _context, details) => actor().dispatchEvent(name, details),
    getClientRects: (element) => actor().getClientRects(element),
    getInViewCentrePoint: (rect) => actor().getInViewCentrePoint(rect),
    toBrowserWindowCoordinates: (position) => actor().toBrowserWindowCoordinates(position),
  };
  const done = await actions.Chain.fromJSON(state, chain, options);
  await state.enqueueAction(() => done.dispatch(state, options));
  // A key may have closed the page that it was pressed on.
  await Promise.resolve(actor()).then((it) => it.finalizeAction()).catch(() => {});
}

/** Presses Alt, Shift and a letter in a page's window. A page in focus would be sent them, and made-up ones do not come back from there. */
export function pressAltShift(id, letter) {
  const browser = browserOf(id);
  const window = browser.ownerDocument.defaultView;
  window.gURLBar.inputField.focus();
  const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  processor.beginInputTransactionForTests(window);
  const keys = [["Alt", "AltLeft", 18], ["Shift", "ShiftLeft", 16], [letter, `Key${letter}`, letter.charCodeAt(0)]]
    .map(([key, code, keyCode]) => new window.KeyboardEvent("", { key, code, keyCode }));
  for (const key of keys) processor.keydown(key);
  for (const key of keys.toReversed()) processor.keyup(key);
  browser.focus();
}
