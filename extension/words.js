// The words of the person's language.
const MARKS = [["data-i18n-label", "aria-label"], ["data-i18n-title", "title"], ["data-i18n-placeholder", "placeholder"]];

export const say = (name, ...gaps) => chrome.i18n.getMessage(name, gaps);

/** Puts the words of the person's language where the page's English stands. */
export function translate() {
  // Those of the messages, which need not be the browser's.
  document.documentElement.lang = say("language").split("-u-")[0];
  document.documentElement.dir = say("direction");
  for (const element of document.querySelectorAll("[data-i18n]")) {
    element.textContent = say(element.dataset.i18n);
  }
  for (const [mark, attribute] of MARKS) {
    for (const element of document.querySelectorAll(`[${mark}]`)) {
      element.setAttribute(attribute, say(element.getAttribute(mark)));
    }
  }
}
