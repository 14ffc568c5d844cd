// Starts the program of a page. What it cannot say itself, that it failed to
// start or has died, is said here.
function giveUp(event) {
  console.error(event.reason ?? event.error ?? event);
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = section.id !== "broken";
  }
}

/** Runs a program by what loads it. */
export async function start(load) {
  addEventListener("error", giveUp);
  addEventListener("unhandledrejection", giveUp);
  await load().catch(giveUp);
}
