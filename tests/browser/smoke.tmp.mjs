import { StandIn } from "/work/main/tests/browser/support/stand-in.js";
import { startBrowser } from "/work/main/tests/browser/support/browser.js";
import { clickToolbarButton } from "/work/main/tests/browser/support/popup.js";
const s = await StandIn.start();
const b = await startBrowser(s);
try {
const { cookies } = await s.signIn("ada");
console.log(cookies);
const page = await b.browser.newPage();
await b.browser.setCookie(...cookies.map(c => ({...c, domain: "sonarcloud.io", secure: false, expires: Date.now()/1000+3600})));
await page.goto(process.argv[2] || "https://sonarcloud.io/project/overview?id=acme-payments_payments-service");
const popup = await clickToolbarButton(b, page);
popup.on("console", m => console.log("console", m.text()));
popup.on("pageerror", m => console.log("error", m));
await new Promise(r => setTimeout(r, 1500));
console.log(await popup.evaluate(() => [document.body.innerText, performance.getEntriesByType("mark").map(m=>[m.name,m.startTime]), document.documentElement.scrollHeight, document.querySelector("main").scrollHeight - document.querySelector("main").clientHeight, innerWidth, innerHeight]));
await popup.screenshot({ path: "/tmp/popup.png" });
console.log(await s.requests());
if (process.argv[3]) {
  await popup.click("#renew"); await new Promise(r => setTimeout(r, 1500));
  console.log(await popup.evaluate(() => document.body.innerText));
  await popup.screenshot({ path: "/tmp/popup2.png" });
  console.log(await s.requests());
}
} finally { await b.browser.close(); s.stop(); }
