// What is shipped, without what only its readers need: scripts and styles by
// esbuild, messages without the notes to translators. The sources stay as they
// are, and go along in the source archive.
import { transformSync } from "esbuild";
import { shortenImports } from "./imports.js";

/** Files by path, small. */
export function shrink(files) {
  const small = new Map(files);
  for (const [path, content] of files) {
    const glue = path.replace(/_bg\.wasm$/, ".js");
    if (path.endsWith("_bg.wasm")) {
      const both = shortenImports(content, files.get(glue).toString());
      small.set(path, both.wasm);
      small.set(glue, Buffer.from(both.glue));
    }
  }
  for (const [path, content] of small) small.set(path, shrunk(path, content));
  return small;
}

function shrunk(path, content) {
  if (/\.(js|css)$/.test(path)) return minified(path.split(".").at(-1), content);
  if (/^_locales\//.test(path)) return Buffer.from(`${JSON.stringify(spoken(JSON.parse(content)))}\n`);
  return content;
}

function minified(loader, content) {
  const { code, warnings } = transformSync(content.toString(), {
    loader,
    minify: true,
    // As it is written, and no other character than it has.
    target: "esnext",
    charset: "utf8",
    legalComments: "none",
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  return Buffer.from(code);
}

/** Messages as a browser wants them. */
const spoken = (messages) =>
  Object.fromEntries(Object.entries(messages).map(([name, { description: _, ...message }]) => [name, message]));
