// Finds out whether a tab shows a SonarQube Server, by looking at its page alone:
// nobody is asked anything.

// For how many milliseconds a page may be too busy to be looked at.
const LIMIT = 3_000;

/**
 * Runs inside the page, in a world of its own; it has to stand alone. Every
 * page of a Server names its product and says where its icon is (measured on
 * 26.9 and 9.9), and the icon stands right under the context path.
 */
async function contextInPage() {
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  }
  const product = document.querySelector("meta[name=application-name]")?.content ?? "";
  const icon = document.querySelector("link[rel=icon]")?.getAttribute("href") ?? "";
  const [, context] = /^((?:\/[^/?#]+)*)\/favicon\.ico$/.exec(icon) ?? [];
  return product.startsWith("SonarQube") ? context : undefined;
}

/**
 * The context path of the SonarQube Server that a tab shows, `""` or as
 * `"/sonar"`; undefined where it shows something else.
 */
export function contextOf(tab) {
  const late = new Promise((resolve) => setTimeout(resolve, LIMIT));
  const looked = chrome.scripting
    .executeScript({ target: { tabId: tab.id }, func: contextInPage, injectImmediately: true })
    .then(([injection]) => injection?.result ?? undefined)
    // Not a page to run anything on: the browser's own, or a store's.
    .catch(() => undefined);
  return Promise.race([looked, late]);
}
