// One script for each page and for the background program: what it imports, glue
// of wasm-bindgen and all, is put in by esbuild, since each file costs a browser a
// round trip between its processes before the first click is answered.
import { build } from "esbuild";
import { posix, relative, resolve } from "node:path";

/** How esbuild makes things small: as they are written, and with no other characters than they have. */
export const SMALL = { minify: true, target: "esnext", charset: "utf8", legalComments: "none" };

/** What esbuild made, unless it has a warning. */
export function unwarned({ warnings, ...made }) {
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  return made;
}

// Nothing is written there.
const OUT = "out";

/**
 * Files by path in which each of `entries` has all that it imports in it, small,
 * and no script stands that no entry is.
 */
export async function bundle(files, entries) {
  const made = await build({
    entryPoints: entries,
    bundle: true,
    write: false,
    outdir: OUT,
    format: "esm",
    ...SMALL,
    plugins: [{ name: "files", setup: (esbuild) => readFrom(files, esbuild) }],
  });
  const { outputFiles } = unwarned(made);
  const others = [...files].filter(([path]) => !path.endsWith(".js"));
  const nameOf = (path) => relative(resolve(OUT), path).replaceAll("\\", "/");
  return new Map([...others, ...outputFiles.map(({ path, contents }) => [nameOf(path), Buffer.from(contents)])]);
}

function readFrom(files, { onResolve, onLoad }) {
  onResolve({ filter: /./ }, ({ importer, path }) => {
    const found = posix.join(posix.dirname(importer), path);
    if (!files.has(found)) return { errors: [{ text: `${path} is in no source of the build` }] };
    return { path: found, namespace: "files" };
  });
  onLoad({ filter: /./, namespace: "files" }, ({ path }) => ({ contents: files.get(path), loader: "js" }));
}
