// The memory of a dashboard with all rows: JavaScript's heap after a
// collection, and all of WebAssembly's memory, used or not.
import { LARGE } from "./place.js";
import { number } from "./numbers.js";
import { line } from "./table.js";

const MB = 1_000_000;

export async function heap(place, { projects }) {
  await place.store();
  const page = await place.listed(LARGE);
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(async () => {
    // It is up already: this answers the same instance.
    const program = await import(new URL("wasm/dashboard.js", location.href).href);
    return (await program.default()).memory.buffer.byteLength;
  });
  await page.close();
  const [script, all] = [usedSize / MB, (usedSize + wasm) / MB];
  return {
    figures: { script: usedSize, wasm },
    lines: [
      line(`heap with ${projects} rows, MB`, { ours: number(all), value: all, goal: 50, unit: " MB" }),
      line("  JavaScript, WebAssembly", { ours: `${number(script)}, ${number(wasm / MB)}` }),
    ],
  };
}
