// The manifest as it is shipped: the one at the top of the repository, with the
// version that Cargo.toml gives the workspace. Both browsers take it unchanged;
// a key only one of them bears would be dropped here, with the reason.
import { readFileSync } from "node:fs";

export function version() {
  const workspace = readFileSync("Cargo.toml", "utf8").split(/^\[workspace\.package\]$/m)[1] ?? "";
  const found = /^version = "([^"]*)"$/m.exec(workspace.split(/^\[/m)[0])?.[1];
  if (!found) throw new Error('Cargo.toml: [workspace.package] has no line `version = "…"`.');
  // Browsers order versions by number and refuse what cargo allows beside that.
  if (!/^\d{1,5}(\.\d{1,5}){2}$/.test(found)) {
    throw new Error(`Cargo.toml: version ${found} is none a browser takes; give it as 1.2.3.`);
  }
  return found;
}

export function manifest() {
  // A version of its own, if the source has one, is a placeholder.
  const { manifest_version, name, version: _, ...rest } = JSON.parse(readFileSync("manifest.json", "utf8"));
  return { manifest_version, name, version: version(), ...rest };
}

// Every file the manifest names, so that the build can tell when one is missing.
export function filesNamed({ icons, action, background, options_ui, options_page, storage }) {
  return [
    ...Object.values(icons ?? {}),
    ...Object.values(action?.default_icon ?? {}),
    action?.default_popup,
    background?.service_worker,
    ...(background?.scripts ?? []),
    options_ui?.page,
    options_page,
    storage?.managed_schema,
  ].filter(Boolean);
}
