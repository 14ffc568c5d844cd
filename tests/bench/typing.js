// A keystroke in the filter over all rows: from the moment the browser got the
// key until the frame that shows its rows is painted. The browser paints at
// once here, without waiting for a screen's next refresh, which would be most
// of what is measured.
import { setTimeout as pause } from "node:timers/promises";
import { LARGE } from "./place.js";
import { number, quantile } from "./numbers.js";
import { line } from "./table.js";

export const AT_ONCE = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

const WORDS = ["payment", "api", "core-04", "com.example", "frontend", "ledger", "0099", "catalogue", "zzz"];

export async function typing(place, { projects, keystrokes }) {
  await place.store();
  const page = await place.listed(LARGE);
  await page.bringToFront();
  await page.focus("#filter");
  await page.evaluate(() => {
    const times = (globalThis.times = []);
    const { port1, port2 } = new MessageChannel();
    let begun;
    // A task of its own, so that it comes after the frame was painted.
    // The key may be quicker than the question about it.
    let tell = () => {};
    globalThis.painted = (count) =>
      new Promise((resolve) => {
        tell = () => times.length >= count && resolve();
        tell();
      });
    port1.onmessage = () => {
      times.push(performance.now() - begun);
      tell();
    };
    const heard = (event) => {
      begun = event.timeStamp;
      requestAnimationFrame(() => port2.postMessage(0));
    };
    document.addEventListener("keydown", heard, { capture: true });
  });
  let typed = 0;
  const press = async (key) => {
    typed += 1;
    await page.keyboard.press(key);
    await page.evaluate((count) => globalThis.painted(count), typed);
    // A person's hand needs longer than that.
    await pause(30);
  };
  while (typed < keystrokes) {
    for (const word of WORDS) {
      for (const key of word) await press(key);
      for (const _ of word) await press("Backspace");
    }
  }
  const times = await page.evaluate(() => globalThis.times);
  await page.close();
  const [p50, p95, most] = [0.5, 0.95, 1].map((share) => quantile(times, share));
  return {
    figures: { keystrokes: typed, p50, p95, most, times },
    lines: [
      line(`a keystroke over ${projects} rows, painted, p95, ms`, {
        ours: number(p95), value: p95, goal: 16, unit: " ms",
      }),
      line(`  p50, and the slowest of ${typed}`, { ours: `${number(p50)}, ${number(most)}` }),
    ],
  };
}
