// Finds out whether a tab shows a SonarQube Server, by looking at its page alone:
// nobody is asked anything.

// For how many milliseconds a page may be too busy to be looked at.
const LIMIT = 3_000;

/**
 * Runs inside the page, in a world of its own; it has to stand alone. Every
 * page of a Server names its product and says where its icon is (measured on
 * 26.9 and 9.9), and the icon stands right under the context path. Both are in
 * the head, long before a slow page is done with its scripts.
 */
async function contextInPage() {
  for (;;) {
    const product = document.querySelector("meta[name=application-name]")?.content ?? "";
    const icon = document.querySelector("link[rel=icon]")?.getAttribute("href");
    if (product.startsWith("SonarQube") && icon) {
      return /^((?:\/[^/?#]+)*)\/favicon\.ico$/.exec(icon)?.[1];
    }
    if (document.body || document.readyState !== "loading") return undefined;
    await new Promise((soon) => setTimeout(soon, 50));
  }
}

/**
 * What a tab's page says: `{context}`, the context path of its SonarQube Server,
 * `""` or as `"/sonar"`; `{}` where it shows something else; `{busy: true}` where it
 * did not come to an answer.
 */
export function recognize(tab) {
  const late = new Promise((resolve) => setTimeout(resolve, LIMIT, { busy: true }));
  const looked = chrome.scripting
    .executeScript({ target: { tabId: tab.id }, func: contextInPage, injectImmediately: true })
    .then(([injection]) => ({ context: injection?.result ?? undefined }))
    // Not a page to run anything on: the browser's own, or a store's.
    .catch(() => ({}));
  return Promise.race([looked, late]);
}
