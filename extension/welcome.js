// The words of the welcome page, the keys that are set, and what is new where
// that was asked for.
import { say, translate } from "./words.js";

function element(tag, text) {
  const it = document.createElement(tag);
  it.textContent = text;
  return it;
}

/** The shortcuts as they are set now; a phone has none. */
async function showShortcuts() {
  const commands = (await chrome.commands?.getAll()) ?? [];
  if (commands.length === 0) return;
  const list = document.getElementById("shortcuts");
  for (const { description, shortcut } of commands) {
    list.append(
      element("dt", description || say("welcome_keyboard_open")),
      element("dd", shortcut || say("welcome_keyboard_none")),
    );
  }
  // Neither browser lets a page link there.
  const isFirefox = chrome.runtime.getURL("").startsWith("moz-extension:");
  document.getElementById("change-shortcuts").textContent = isFirefox
    ? say("welcome_keyboard_firefox")
    : say("welcome_keyboard_about", "chrome://extensions/shortcuts");
  document.getElementById("keyboard").hidden = false;
}

/** What the changelog says of this version, on request only. */
async function showNews() {
  const news = await fetch("news.json").then((answer) => answer.json(), () => []);
  const link = document.getElementById("show-news");
  const section = document.getElementById("news");
  link.hidden = news.length === 0 || location.hash === "#news";
  section.hidden = !(news.length > 0 && location.hash === "#news");
  if (section.hidden) return;
  const { version } = chrome.runtime.getManifest();
  document.getElementById("version").textContent = say("what_is_new_version", version);
  document.getElementById("changes").replaceChildren(
    ...news.flatMap(({ title, lines }) => {
      const list = document.createElement("ul");
      list.append(...lines.map((line) => element("li", line)));
      return [element("h3", title), list];
    }),
  );
  section.scrollIntoView();
  section.focus();
}

translate();
addEventListener("hashchange", showNews);
await showShortcuts();
await showNews();
