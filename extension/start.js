// Starts the program of a page: puts the words in, loads it, and says what it
// cannot say itself, that it failed to start or has died.
const MARKS = [["data-i18n-label", "aria-label"], ["data-i18n-title", "title"], ["data-i18n-placeholder", "placeholder"]];

const say = (name) => chrome.i18n.getMessage(name);

/** Puts the words of the person's language where the page's English stands. */
function translate() {
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

function giveUp(event) {
  console.error(event.reason ?? event.error ?? event);
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = section.id !== "broken";
  }
}

/** Runs a program by what loads it. */
export async function start(load) {
  translate();
  addEventListener("error", giveUp);
  addEventListener("unhandledrejection", giveUp);
  await load().catch(giveUp);
}
