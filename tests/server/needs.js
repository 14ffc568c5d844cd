// What real servers need of a machine, looked at before anything is built or
// downloaded, so that what lacks is told at once and all together.
//
//   node tests/server/needs.js [26.9] [9.9]             fails with what lacks
//   node tests/server/needs.js --packages [26.9] [9.9]  what Debian may have of it
import { existsSync } from "node:fs";
import { CACHE } from "./cache.js";
import { choose, findJavas } from "./java.js";
import { lacksFor } from "./lacks.js";
import { releasesOf } from "./releases.js";

const names = process.argv.slice(2).filter((name) => name !== "--packages");
const releases = releasesOf(names);
const lacks = await lacksFor(releases);
const hasApt = existsSync("/usr/bin/apt-get");

if (process.argv.includes("--packages")) {
  for (const { packages = [] } of lacks) console.log(packages.join("\n"));
} else if (lacks.length > 0) {
  console.error("Real SonarQube Servers are to run here. What is missing for that:");
  for (const { what, cure, packages } of lacks) {
    console.error(`  * ${what}\n    ${cure}`);
    if (packages && hasApt) console.error(`    Where this system has it: sudo apt-get install ${packages.join(" ")}`);
  }
  process.exitCode = 1;
} else {
  const javas = await findJavas();
  for (const { name, java } of releases) {
    const { major, home } = choose(javas, java);
    console.log(`SonarQube Server ${name}: Java ${major} (${home})`);
  }
  console.log(`downloads are kept in ${CACHE}`);
}
