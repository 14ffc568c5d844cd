// Puts a text on the clipboard through a tab's page, for the background program,
// which has no page that a browser would let at the clipboard.
//
// A command is a person's own act only until something is awaited. So the page
// is told at once, and its clipboard waits for a text that is still to be asked
// for. That takes no permission (measured on Chromium 156 and Firefox 153, with
// seven seconds between the two). Where the page has no such clipboard, as on
// http:, or its policy forbids it, or the focus is elsewhere, the page copies as
// if Ctrl+C were pressed, which counts for five seconds.

// For how many milliseconds a page waits for its text, and is waited for.
const WAIT = 60_000;
const LIMIT = 3_000;

/**
 * Runs inside the page, in a world of its own; it has to stand alone. The text
 * is in that world's memory only, as the answer was that it came with: the
 * page's own scripts cannot look in there, nothing is written into the page, and
 * an event that bears the text is stopped before the page gets to see it.
 */
async function waitInPage(id, limit) {
  const sheets = (globalThis.rebadgeSheets ??= new Map());
  const text = new Promise((write, close) => {
    sheets.set(id, { write, close });
    setTimeout(close, limit);
  });
  text.catch(() => {}).finally(() => sheets.delete(id));
  const plain = text.then((it) => new Blob([it], { type: "text/plain" }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
    return true;
  } catch {
    plain.catch(() => {});
  }
  const words = await text.catch(() => undefined);
  if (words === undefined) return false;
  let taken = false;
  const put = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/plain", words);
    taken = true;
  };
  addEventListener("copy", put, true);
  document.execCommand("copy");
  removeEventListener("copy", put, true);
  return taken;
}

/** Runs in the same world: hands the text over, or takes the hope for it away. */
function handInPage(id, text) {
  const sheet = globalThis.rebadgeSheets?.get(id);
  if (text === null) sheet?.close();
  else sheet?.write(text);
  return sheet !== undefined;
}

/** Has a tab's page wait for a text. To be called before anything is awaited. */
export function openClipboard(tabId) {
  const id = crypto.randomUUID();
  const inject = (func, ...args) =>
    chrome.scripting
      .executeScript({ target: { tabId }, func, args, injectImmediately: true })
      .then(([injection]) => injection?.result === true)
      // Not a page to run anything on, or no longer there.
      .catch(() => false);
  const taken = inject(waitInPage, id, WAIT);
  return {
    /** Hands the text over; answers whether the clipboard has taken it. */
    async write(text) {
      const late = new Promise((resolve) => setTimeout(resolve, LIMIT, false));
      if ((await inject(handInPage, id, text)) && (await Promise.race([taken, late]))) return true;
      // Firefox's background program has a clipboard of its own for a while: it
      // serves where the focus is in the address bar. Chromium's has none.
      return navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
    },
    close: () => void inject(handInPage, id, null),
  };
}
