// From which version on the browsers have what Rebadge uses, by MDN's data, held
// to the floors of the manifest and to the table of docs/browsers.md.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const data = createRequire(import.meta.url)("@mdn/browser-compat-data");
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const { minimum_chrome_version, browser_specific_settings: settings } = JSON.parse(read("manifest.json"));

const FLOORS = {
  chrome: minimum_chrome_version,
  edge: minimum_chrome_version,
  firefox: settings.gecko.strict_min_version,
  firefox_android: settings.gecko_android.strict_min_version,
};

/**
 * What is used, the newest of each kind: its name, where MDN's data has it, a file
 * that uses it, and the browsers that go without it. What an older version does in
 * part counts where the part is all that is used.
 */
const FEATURES = [
  ["data_collection_permissions", "webextensions.manifest.browser_specific_settings.gecko.data_collection_permissions", "manifest.json", { without: ["chrome", "edge"] }],
  ["background.service_worker", "webextensions.manifest.background.service_worker", "manifest.json", { without: ["firefox", "firefox_android"] }],
  ["background.type", "webextensions.manifest.background.type", "manifest.json"],
  ["optional_host_permissions", "webextensions.manifest.optional_host_permissions", "manifest.json"],
  ["storage.managed_schema", "webextensions.manifest.storage.managed_schema", "manifest.json", { without: ["firefox", "firefox_android"] }],
  ["storage.managed", "webextensions.api.storage.managed", "src/browser/chrome.rs", { without: ["firefox_android"] }],
  ["scripting.executeScript", "webextensions.api.scripting.executeScript.injectImmediately", "extension/ask.js"],
  ["action.setBadgeTextColor", "webextensions.api.action.setBadgeTextColor", "src/browser/chrome.rs"],
  ["permissions.onAdded", "webextensions.api.permissions.onAdded", "extension/background.js"],
  ["autoDiscardable", "webextensions.api.tabs.Tab.autoDiscardable", "src/browser/host_tab.rs", { without: ["firefox_android"] }],
  ["'wasm-unsafe-eval'", "http.headers.Content-Security-Policy.script-src.wasm-unsafe-eval", "manifest.json"],
  ["require-trusted-types-for", "http.headers.Content-Security-Policy.require-trusted-types-for", "manifest.json", { without: ["firefox", "firefox_android"] }],
  ["URL.parse", "api.URL.parse_static", "extension/opening.js"],
  ["AbortSignal.timeout", "api.AbortSignal.timeout_static", "extension/ask.js"],
  ["ClipboardItem", "api.ClipboardItem.ClipboardItem", "src/browser/clipboard.rs", { partly: true }],
  ["light-dark(", "css.types.color.light-dark", "extension/look.css"],
  [":dir(", "css.selectors.dir", "extension/look.css"],
  [":has(", "css.selectors.has", "extension/popup.css"],
  ["content: \"·\" / \"\"", "css.properties.content.alt_text", "extension/dashboard.css"],
];

/** The first version of a browser that does it; nothing where none does. */
function since(path, browser, { partly = false } = {}) {
  const found = path.split(".").reduce((at, name) => at[name], data).__compat.support[browser];
  const notes = [found].flat().filter((note) => note.version_added && !note.flags && !note.prefix);
  const wanted = notes.filter((note) => !note.partial_implementation || (partly && !/only accepts a <code>blob<\/code> as/i.test(note.notes)));
  return wanted.map(({ version_added }) => version_added.replace("≤", "")).sort((a, b) => a - b)[0];
}

for (const [name, path, file, { without = [], ...options } = {}] of FEATURES) {
  test(`${name} is used, and there in every browser from its floor on${without.length ? `, but ${without.join(", ")}` : ""}`, () => {
    assert.ok(read(file).includes(name.split(".").at(-1)), `${file} does not use it any more`);
    for (const [browser, floor] of Object.entries(FLOORS)) {
      const version = since(path, browser, options);
      const isThere = Number(version) <= Number(floor);
      assert.equal(isThere, !without.includes(browser), `${browser}: since ${version}, floor ${floor}`);
    }
  });
}

test("docs/browsers.md has these numbers", () => {
  const document = read("docs/browsers.md");
  for (const [name, path, file, options] of FEATURES) {
    const cells = ["chrome", "firefox", "firefox_android"].map((browser) => since(path, browser, options) ?? "–");
    const row = `| \`${name}\` | \`${file}\` | ${cells.join(" | ")} |`;
    assert.ok(document.includes(row), `missing: ${row}`);
  }
  for (const floor of new Set(Object.values(FLOORS))) {
    assert.ok(document.includes(`**${Number(floor)}**`), `the floor ${floor}`);
  }
});
