// `./build.sh conformance`: every case of the contract, and the extension itself,
// against real SonarQube Servers. Takes the names of releases; none means all.
import { readdir } from "node:fs/promises";
import { releasesOf } from "./releases.js";
import { saySpent, stage } from "./say.js";
import { withServers } from "./with-servers.js";

const BROWSER_TESTS = "tests/real";

/** A file at a time, as with the browser tests on the stand-in; one that hangs is stopped. */
const NODE_TEST = ["--test", "--test-concurrency=1", "--test-timeout=600000", "--test-reporter=spec"];

/** What a façade makes look like Cloud is 26.9: without it there is no Cloud. */
const ON_CLOUD = /^cloud-/;

async function browserTests(releases) {
  const hasCloud = releases.some(({ name }) => name === "26.9");
  const names = await readdir(BROWSER_TESTS);
  return names
    .filter((name) => name.endsWith(".test.js") && (hasCloud || !ON_CLOUD.test(name)))
    .map((name) => `${BROWSER_TESTS}/${name}`);
}

const releases = releasesOf(process.argv.slice(2));

// The contract's cases come last, since they change settings of a server.
const suites = [
  { name: "the extension in a browser", command: process.execPath, args: [...NODE_TEST, ...(await browserTests(releases))] },
  { name: "contract cases", command: "cargo", args: ["test", "--locked", "-p", "stand-in", "--test", "contract"] },
];

const failed = [];
try {
  await withServers(releases, async (run) => {
    // Each of them, since bringing servers up is most of the work.
    for (const { name, command, args } of suites) {
      const { code } = await stage(name, () => run(command, args));
      if (code !== 0) failed.push(name);
    }
  });
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
saySpent();
if (failed.length > 0) {
  console.error(`\nRed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
