// What conformance says while it works: a heading for each stage, as the steps of
// build.sh have it, and how long each took.
import { readFile } from "node:fs/promises";

const stages = [];

export const say = (text) => console.log(text);

/** Does something under a heading, and answers what it answers. */
export async function stage(name, work) {
  say(`\n== ${name}`);
  const began = Date.now();
  try {
    return await work();
  } finally {
    stages.push(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${name}`);
  }
}

/** Each stage so far and its seconds. */
export const saySpent = () => say(`\n${stages.join("\n")}`);

/** The last lines of a text file; none, if there is no such file. */
export async function tail(file, count) {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
