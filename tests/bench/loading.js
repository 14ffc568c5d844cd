// What a page's WebAssembly costs before it runs: compiling it, and making an
// instance of it, each anew from bytes in memory, in a page of the extension.
import { spread, number, ranged } from "./numbers.js";
import { line } from "./table.js";

const PROGRAMS = ["popup", "dashboard", "background", "command"];

/** `{compile, instantiate}` in milliseconds, so many times. */
const inPage = (backRoom, program, rounds) =>
  backRoom.evaluate(
    async (program, rounds) => {
      const bytes = await (await fetch(`/wasm/${program}_bg.wasm`)).arrayBuffer();
      const times = [];
      for (let round = 0; round < rounds; round++) {
        // Other bytes each time, of no meaning: a browser that knows the module
        // would not compile it again.
        const section = new Uint8Array([0, 6, 4, 98, 101, 110, 99, round]);
        const module = new Uint8Array(bytes.byteLength + section.length);
        module.set(new Uint8Array(bytes));
        module.set(section, bytes.byteLength);
        const begun = performance.now();
        const compiled = await WebAssembly.compile(module);
        const between = performance.now();
        // What it would call is not called before it is started.
        const imports = {};
        for (const { module, name, kind } of WebAssembly.Module.imports(compiled)) {
          if (kind !== "function") throw new Error(`${program} wants a ${kind}`);
          (imports[module] ??= {})[name] = () => {};
        }
        await WebAssembly.instantiate(compiled, imports);
        times.push({ compile: between - begun, instantiate: performance.now() - between });
      }
      return times;
    },
    program,
    rounds,
  );

export async function loading(place, { rounds }) {
  const figures = {};
  const lines = [];
  for (const program of PROGRAMS) {
    const times = await inPage(place.backRoom, program, 4 * rounds);
    const of = (name) => spread(times.map((time) => time[name]));
    figures[program] = { compile: of("compile"), instantiate: of("instantiate") };
    const { compile, instantiate } = figures[program];
    lines.push(
      line(`wasm of ${program}: compile, instantiate, ms`, { ours: `${ranged(compile)}, ${number(instantiate.median)}` }),
    );
  }
  return { figures, lines };
}
