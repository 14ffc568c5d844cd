// What is shipped, without what only its readers need: scripts and styles by
// esbuild, messages without the notes to translators. The sources stay as they
// are, and go along in the source archive.
import { transformSync } from "esbuild";
import { SMALL, bundle, unwarned } from "./bundle.js";

/** Files by path, small; of the scripts, `entries` alone. */
export async function shrink(files, entries) {
  const bundled = await bundle(files, entries);
  for (const [path, content] of bundled) bundled.set(path, shrunk(path, content));
  return bundled;
}

function shrunk(path, content) {
  if (path.endsWith(".css")) {
    return Buffer.from(unwarned(transformSync(content.toString(), { loader: "css", ...SMALL })).code);
  }
  if (/^_locales\//.test(path)) return Buffer.from(`${JSON.stringify(spoken(JSON.parse(content)))}\n`);
  return content;
}

/** Messages as a browser wants them. */
const spoken = (messages) =>
  Object.fromEntries(Object.entries(messages).map(([name, { description: _, ...message }]) => [name, message]));
