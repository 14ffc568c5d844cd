// Writes the folded matrix of the last run into docs/faults.md, and how much of it was played.
import { readFile, writeFile } from "node:fs/promises";
import { fold } from "./fold.js";
import { MATRIX } from "./matrix.js";
import { fileOf } from "./report.js";

const PAPER = new URL("../../docs/faults.md", import.meta.url);
const [BEGIN, END] = ["<!-- folded matrix -->\n", "<!-- end -->\n"];

const { browser, rows } = JSON.parse(await readFile(fileOf("chromium"), "utf8"));
const failed = rows.filter(({ outcome }) => outcome === "FAILED").length;
const paper = await readFile(PAPER, "utf8");
const [before, after] = [paper.split(BEGIN)[0], paper.split(END)[1]];
const about = `As played in ${browser}: ${rows.length} of ${MATRIX.length} cases, ${failed} failed.\n`;
await writeFile(PAPER, `${before}${BEGIN}\n${about}\n${fold(rows)}\n${END}${after}`);
