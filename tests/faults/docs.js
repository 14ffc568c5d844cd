// Writes the folded matrix of the last full run into docs/faults.md.
import { readFile, writeFile } from "node:fs/promises";
import { fold } from "./fold.js";
import { fileOf } from "./report.js";

const PAPER = new URL("../../docs/faults.md", import.meta.url);
const [BEGIN, END] = ["<!-- folded matrix -->\n", "<!-- end -->\n"];

const { browser, all, rows } = JSON.parse(await readFile(fileOf("chromium"), "utf8"));
if (!all) throw new Error("that was a sample: REBADGE_FAULTS=all plays all of it");
const failed = rows.filter(({ outcome }) => outcome === "FAILED").length;
const paper = await readFile(PAPER, "utf8");
const [before, after] = [paper.split(BEGIN)[0], paper.split(END)[1]];
const about = `As played in ${browser}: ${rows.length} cases, ${failed} failed.\n`;
await writeFile(PAPER, `${before}${BEGIN}\n${about}\n${fold(rows)}\n${END}${after}`);
