/* global Ci, Services, WindowGlobalParent */
// What there is to say of the pages: that one came, went or moved, and what was
// said on their consoles.
import { pages, pause } from "./pages.js";

const said = [];

Services.console.registerListener({
  observe(message) {
    if (!(message instanceof Ci.nsIScriptError)) return;
    const window = message.innerWindowID && WindowGlobalParent.getByInnerWindowId(message.innerWindowID);
    if (!window) return;
    const level = message.flags & Ci.nsIScriptError.warningFlag ? "warning" : "error";
    said.push({ page: window.browsingContext.top.browserId, text: `${message.category} ${level}: ${message.errorMessage} ${message.sourceName}` });
  },
});

/** Waits until there is something else to say than what was said last. */
export async function changes(last, heard) {
  for (;;) {
    const all = pages();
    const now = JSON.stringify(all);
    if (now !== last || said.length > heard) return { now, pages: all, said: said.slice(heard), from: heard };
    await pause(8);
  }
}
