// Reads what `npm audit --json` prints and says it in a line or two. A registry
// that cannot be reached, or offers no such service, is no failure.
let text = "";
for await (const chunk of process.stdin) text += chunk;

let report = {};
try {
  report = JSON.parse(text);
} catch {
  // Nothing, or not JSON: the case of a report that has no counts.
}
const counts = report.metadata?.vulnerabilities;
if (counts) {
  console.log(`${counts.total} known advisories concern the development tools.`);
  for (const { name, severity, range } of Object.values(report.vulnerabilities ?? {})) {
    console.log(`  ${name} ${range}: ${severity}`);
  }
} else {
  console.log("Skipped: the npm registry gave no answer about advisories.");
}
