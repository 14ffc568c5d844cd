// Firefox's own linter over dist/firefox, the one that `web-ext lint` and
// addons.mozilla.org run. Whatever it says has to be explained in
// lint-explained.json, and whatever is explained there has to be said.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LINTER = fileURLToPath(new URL("../../node_modules/addons-linter/bin/addons-linter", import.meta.url));
const [folder = "dist/firefox"] = process.argv.slice(2);

const { stdout, stderr } = spawnSync(process.execPath, [LINTER, "--output", "json", folder], {
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
const report = JSON.parse(stdout || fail(`The linter said nothing but: ${stderr}`));
const explained = JSON.parse(readFileSync(new URL("lint-explained.json", import.meta.url), "utf8"));

const isAbout = (message) => (one) => one.code === message.code && one.file === message.file;
const said = [...report.errors, ...report.warnings, ...report.notices];
const isExcused = (message) => message._type !== "error" && explained.some(isAbout(message));
const unexplained = said.filter((message) => !isExcused(message));
const unsaid = explained.filter((one) => !said.some(isAbout(one)));

for (const { _type, code, file, line, message } of unexplained) {
  console.error(`${_type}: ${code} in ${file ?? folder}${line ? `:${line}` : ""}: ${message}`);
}
for (const { code, file } of unsaid) {
  console.error(`lint-explained.json explains what is not said any more: ${code} in ${file}`);
}
if (unexplained.length + unsaid.length > 0) process.exit(1);

const { errors, warnings, notices } = report.summary;
console.log(`${folder}: ${errors} errors, ${warnings} warnings, ${notices} notices, all of them explained:`);
for (const { code, why } of explained) console.log(`  ${code}: ${why}`);

function fail(message) {
  throw new Error(message);
}
