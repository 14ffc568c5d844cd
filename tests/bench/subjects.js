// What is clicked on: Rebadge, its twin in plain JavaScript, and a popup with
// nothing in it, each a folder that a browser loads.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "../browser/support/browser.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = at("../../dist/bench/");

export const REBADGE = DIST;
export const TWIN = join(OUT, "twin");
export const EMPTY = join(OUT, "empty");

/** Puts the twin and the empty one together, from what is shipped. */
export function assembleSubjects() {
  const { manifest_version, version, minimum_chrome_version, content_security_policy } = JSON.parse(
    readFileSync(join(REBADGE, "manifest.json"), "utf8"),
  );
  const common = { manifest_version, version, minimum_chrome_version, content_security_policy };
  const popup = { action: { default_popup: "popup.html" } };

  make(TWIN, { ...common, ...popup, name: "Twin", permissions: ["activeTab", "scripting"] });
  const html = readFileSync(join(REBADGE, "popup.html"), "utf8");
  const loads = /^ *<(?:script|link rel="modulepreload")[^>]*>(?:<\/script>)?\n/gm;
  const script = '    <script type="module" src="popup.js"></script>\n  </head>';
  writeFileSync(join(TWIN, "popup.html"), html.replace(loads, "").replace("  </head>", script));
  for (const file of ["look.css", "popup.css"]) cpSync(join(REBADGE, file), join(TWIN, file));
  cpSync(at("twin/popup.js"), join(TWIN, "popup.js"));

  make(EMPTY, { ...common, ...popup, name: "Empty" });
  const empty = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><body style="width:400px;height:598px">Nothing.</body></html>\n';
  writeFileSync(join(EMPTY, "popup.html"), empty);
}

function make(folder, manifest) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
}
