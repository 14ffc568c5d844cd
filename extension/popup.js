// Loads the program of the popup. What it cannot say itself, that it failed to
// start or has died, is said here.
import init from "./wasm/popup.js";

function giveUp(event) {
  console.error(event.reason ?? event.error ?? event);
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = section.id !== "broken";
  }
}

addEventListener("error", giveUp);
addEventListener("unhandledrejection", giveUp);
await init().catch(giveUp);
