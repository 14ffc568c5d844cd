// The memory of a popup that was left open for a minute: JavaScript's heap after
// a collection and all of WebAssembly's memory, of Rebadge and of its twin.
import { setTimeout as pause } from "node:timers/promises";
import { clickToolbarButton } from "../browser/support/popup.js";
import { open } from "./clicking.js";
import { used } from "./heap.js";
import { MB, number } from "./numbers.js";
import { stopBrowser } from "../browser/support/browser.js";
import { StandIn } from "../browser/support/stand-in.js";
import { line } from "./table.js";

const MINUTE = 60_000;

async function rested(standIn, subject) {
  const { browser, page, installed } = await open(standIn, [subject]);
  try {
    const popup = await clickToolbarButton(installed[subject], page);
    await pause(MINUTE);
    return await used(popup);
  } finally {
    await stopBrowser(browser);
  }
}

export async function resting() {
  const standIn = await StandIn.start();
  try {
    const [ours, twin] = [await rested(standIn, "rebadge"), await rested(standIn, "twin")];
    const all = ({ script, wasm }) => (script + wasm) / MB;
    return {
      figures: { ours, twin },
      lines: [
        line("memory of a popup after a minute, MB", {
          ours: number(all(ours)), floor: number(all(twin)), ratio: `${number(all(ours) / all(twin))} ×`,
        }),
        line("  JavaScript, WebAssembly", { ours: `${number(ours.script / MB)}, ${number(ours.wasm / MB)}` }),
      ],
    };
  } finally {
    standIn.stop();
  }
}
