// What a module imports its glue gives, under names that are short in both.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const DIST = new URL("../../dist/chromium/", import.meta.url);
const FOLDER = new URL("wasm/", DIST);
const modules = readdirSync(FOLDER);
/** The script that has a module's glue in it. */
const scriptOf = (name) => (name === "command_bg.wasm" ? "background.js" : name.replace("_bg.wasm", ".js"));

for (const name of modules) {
  test(`${name}: what it imports is given, by a short name`, () => {
    const glue = readFileSync(new URL(scriptOf(name), DIST), "utf8");
    const all = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(new URL(name, FOLDER))));
    // The others are functions of our own scripts, by the names they have there.
    const imports = all.filter((it) => it.module === `./${name.replace(".wasm", ".js")}`);
    assert.ok(imports.length > 50);
    assert.deepEqual(imports.filter((it) => it.name.length > 4), []);
    const given = new Set(glue.match(/\bi\d+(?=:function\()/g));
    assert.deepEqual(imports.filter((it) => !given.has(it.name)), []);
    assert.equal(new Set(imports.map((it) => it.name)).size, imports.length);
  });
}
