// The memory of a dashboard with all rows: JavaScript's heap after a
// collection, and all of WebAssembly's memory, used or not.
import { LARGE } from "./place.js";
import { MB, number } from "./numbers.js";
import { line } from "./table.js";

/** The memory of a page of the extension, in bytes: `{script, wasm}`. */
export async function used(page) {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const memory = await page.evaluateHandle(() => WebAssembly.Memory.prototype);
  const all = await page.queryObjects(memory);
  const wasm = await all.evaluate((memories) => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  await session.detach();
  return { script: usedSize, wasm };
}

export async function heap(place, { projects }) {
  await place.store();
  const page = await place.listed(LARGE);
  const figures = await used(page);
  await page.close();
  const [script, wasm] = [figures.script / MB, figures.wasm / MB];
  const all = script + wasm;
  return {
    figures,
    lines: [
      line(`heap with ${projects} rows, MB`, { ours: number(all), value: all, goal: 50, unit: " MB" }),
      line("  JavaScript, WebAssembly", { ours: `${number(script)}, ${number(wasm)}` }),
    ],
  };
}
