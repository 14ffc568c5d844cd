// Loads the program of the popup. What it cannot say itself, that it failed to
// start, is said here.
import init from "./wasm/popup.js";

try {
  await init();
} catch (error) {
  console.error(error);
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = section.id !== "broken";
  }
}
