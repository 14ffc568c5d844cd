// What axe-core finds wrong with a page for those who use it by other means.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const SOURCE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let source;

/** The rules that a page breaks, all of them or those that are named, and where. */
export async function violations(page, rules) {
  source ??= await readFile(SOURCE, "utf8");
  // A debugger's code runs whatever the page's own policy on scripts is.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  return page.evaluate(async (rules) => {
    const found = await globalThis.axe.run(document, {
      resultTypes: ["violations"],
      ...(rules && { runOnly: { type: "rule", values: rules } }),
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((it) => it.target.join(" ")).join(", ")}`);
  }, rules);
}
