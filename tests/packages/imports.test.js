// What a module imports its glue gives, under names that are short in both.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL("../../dist/chromium/wasm/", import.meta.url);
const modules = readdirSync(FOLDER).filter((name) => name.endsWith("_bg.wasm"));

for (const name of modules) {
  test(`${name}: what it imports is given, by a short name`, () => {
    const glue = readFileSync(new URL(name.replace("_bg.wasm", ".js"), FOLDER), "utf8");
    const all = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(new URL(name, FOLDER))));
    // The others are functions of our own scripts, by the names they have there.
    const imports = all.filter((it) => it.module === `./${name.replace(".wasm", ".js")}`);
    assert.ok(imports.length > 50);
    assert.deepEqual(imports.filter((it) => it.name.length > 3), []);
    const given = new Set(glue.match(/\bi[0-9a-z]{1,2}(?=:function\()/g));
    assert.deepEqual(imports.filter((it) => !given.has(it.name)), []);
    assert.equal(new Set(imports.map((it) => it.name)).size, imports.length);
  });
}
