// One analysis, as a process of its own, since @sonar/scan goes by variables of
// the environment and by the current folder. What to do stands in REBADGE_SCAN.
import { scan } from "@sonar/scan";

await scan(JSON.parse(process.env.REBADGE_SCAN));
