// Carries out a keyboard command. Its program is loaded when one is given.
import { openClipboard } from "./page-clipboard.js";
import init, { run } from "./wasm/command.js";

let program;

/** Carries out the command of that name on a tab; `undefined` where there is none. */
export function command(name, tab) {
  if (!(tab?.id >= 0)) return;
  const clipboard = openClipboard(tab.id);
  program ??= init({ module_or_path: "wasm/command_bg.wasm" });
  program.then(() => run(name, tab.id, tab.url, clipboard)).catch((error) => console.error(error));
}
