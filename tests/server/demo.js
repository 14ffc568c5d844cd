// `./build.sh demo --server`: the demo, with a real SonarQube Server behind the
// façade in the place of the stand-in.
import { releasesOf } from "./releases.js";
import { stage } from "./say.js";
import { withServers } from "./with-servers.js";

try {
  await withServers(releasesOf(["26.9"]), async (run) => {
    const { code } = await stage("the demo itself", () => run(process.execPath, ["tests/browser/demo.js", "--server"]));
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
