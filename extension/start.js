// Starts the program of a page: puts the words in, loads it, and says what it
// cannot say itself, that it failed to start or has died.
import { parsed } from "./parsed.js";
import { translate } from "./words.js";

function giveUp(event) {
  console.error(event.reason ?? event.error ?? event);
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = section.id !== "broken";
  }
}

/** Runs a program by what loads it. */
export async function start(load) {
  await parsed;
  addEventListener("error", giveUp);
  addEventListener("unhandledrejection", giveUp);
  translate();
  await load().catch(giveUp);
}
