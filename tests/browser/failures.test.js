// What goes wrong on the way: said in words, with the button that helps.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  alarms, alerts, announces, byRole, clipboard, enabled, entries, eventually, ifThere, press, reads, words,
} from "./support/screen.js";

const test = scene();
const COMPONENT = "/api/navigation/component";
const TOKEN = "/api/project_badges/token";
const BRANCHES = "/api/project_branches/list";
const everything = (fault) => ({ path: "/api", ...fault });

/** The button to try again, which counts down while it cannot be pressed. */
const retry = (popup) =>
  popup.evaluate(() => {
    const found = [...document.querySelectorAll("button")].find((it) => /^Try again/.test(it.innerText) && it.checkVisibility());
    return found ? { label: found.innerText, enabled: !found.disabled } : null;
  });

/** Ends the trouble and presses Try again, until the project is there. */
async function recover(visit) {
  await visit.standIn.clearFaults();
  await press(visit.popup, "Try again");
  await press(visit.popup, "Copy Markdown");
  await announces(visit.popup, "Markdown copied.");
  assert.equal(await alerts(visit.popup), "");
}

test("a pause that the host asks for counts down; then Try again can be pressed and works", {}, async (visit) => {
  await visit.standIn.fault(everything({ kind: "status", status: 429, retry_after: 3 }));
  const popup = await visit.openProject();
  await alarms(popup, "SonarQube asks for a pause.");
  const seen = new Set();
  await eventually(() => retry(popup), (found) => {
    if (found) seen.add(found.label);
    return found?.enabled;
  });
  assert.deepEqual([...seen].filter((label) => label !== "Try again in 3 s"), ["Try again in 2 s", "Try again in 1 s", "Try again"]);
  assert.equal((await visit.standIn.requests()).length, 3, "nothing is asked meanwhile");
  await recover(visit);
});

test("what is read out does not change while it counts down", {}, async (visit) => {
  await visit.standIn.fault(everything({ kind: "status", status: 429, retry_after: 3 }));
  const popup = await visit.openProject();
  const first = await alarms(popup, "SonarQube asks for a pause.");
  await eventually(() => retry(popup), (found) => found?.label === "Try again in 1 s");
  assert.equal(await alerts(popup), first);
});

test("a pause without a time is five seconds long", {}, async (visit) => {
  await visit.standIn.fault(everything({ kind: "status", status: 429, cloudflare: true }));
  const popup = await visit.openProject();
  await alarms(popup, "SonarQube asks for a pause.");
  await eventually(() => retry(popup), (found) => /^Try again in [45] s$/.test(found?.label) && !found.enabled);
});

test("a pause until a date is understood", {}, async (visit) => {
  const until = new Date(Date.now() + 42_000).toUTCString();
  await visit.standIn.fault(everything({ kind: "status", status: 429, retry_after: until }));
  const popup = await visit.openProject();
  await alarms(popup, "SonarQube asks for a pause.");
  await eventually(() => retry(popup), (found) => /^Try again in (3[89]|4[0-3]) s$/.test(found?.label));
});

const TROUBLES = [
  ["a server in trouble", { kind: "status", status: 503 }, "SonarQube has trouble (error 503).", "Try again in a moment."],
  ["an answer 500", { kind: "status", status: 500 }, "SonarQube has trouble (error 500).", "Try again in a moment."],
  ["a web page instead of data", { kind: "html" }, "A web page came back instead of data.", "Reload the page in the tab, then try again."],
  ["Cloudflare's refusal", { kind: "status", status: 403, cloudflare: true }, "A web page came back instead of data.", "Reload the page in the tab"],
  ["an answer of other types", { kind: "wrong_types" }, "SonarQube gave an answer that Rebadge does not understand.", "Try again."],
  ["a cut connection", { kind: "drop" }, "The connection broke before the answer came.", "Try again."],
  ["JSON cut off in the middle", { kind: "truncated" }, "SonarQube gave an answer that Rebadge does not understand.", "Try again."],
  ["an empty answer", { kind: "status", status: 200, body: "" }, "SonarQube gave an answer that Rebadge does not understand.", "Try again."],
  ["JSON null", { kind: "status", status: 200, body: "[]" }, "SonarQube gave an answer that Rebadge does not understand.", "Try again."],
  ["an unknown refusal", { kind: "status", status: 418, body: '{"errors":[{"msg":"teapot"}]}' }, "SonarQube refused (error 418).", "then try again."],
];

test("every trouble is told in its own words, one after the other by Try again, until it is over", {}, async (visit) => {
  const { standIn, t } = visit;
  await standIn.fault(everything({ kind: "status", status: 502 }));
  const popup = await visit.openProject();
  await alarms(popup, "(error 502)");
  for (const [what, fault, says, next] of TROUBLES) {
    await t.test(what, async () => {
      await standIn.clearFaults();
      await standIn.fault(everything(fault));
      await press(popup, "Try again");
      const said = await alarms(popup, says);
      assert.ok(said.includes(next), said);
      assert.ok((await words(popup)).includes(PROJECT), "it says which project");
    });
  }
  await recover(visit);
});

test("trouble with a list is told, and Try again helps once it is over", {}, async (visit) => {
  await visit.standIn.fault(everything({ kind: "status", status: 502 }));
  const popup = await visit.open("/organizations/acme-payments/projects");
  await alarms(popup, "SonarQube has trouble (error 502).");
  assert.ok((await words(popup)).includes("acme-payments"));
  await visit.standIn.clearFaults();
  await press(popup, "Try again");
  await eventually(() => entries(popup), (names) => names.length === 9);
});

test("an answer that does not come is given up after ten seconds, and Try again helps", {}, async (visit) => {
  await visit.standIn.fault({ path: COMPONENT, kind: "hang", times: 1 });
  await visit.standIn.fault({ path: TOKEN, kind: "hang", times: 1 });
  const begun = Date.now();
  const popup = await visit.openProject();
  await reads(popup, "No answer came in time.", { patience: 13_000 });
  assert.ok(Date.now() - begun < 12_000);
  await recover(visit);
});

test("who is led to the form to sign in instead of an answer is not signed in", {}, async (visit) => {
  await visit.standIn.fault(everything({ kind: "sign_in" }));
  const popup = await visit.openProject();
  await reads(popup, "You are not signed in to SonarQube.");
  await enabled(popup, "Sign in");
});

test("who is offline is told so, and Try again works once the network is back", {}, async (visit) => {
  await visit.go(`/project/overview?id=${PROJECT}`);
  await visit.page.setOfflineMode(true);
  const popup = await visit.click();
  const said = await alarms(popup, "You are offline.");
  assert.match(said, /Connect to the network, then try again\./);
  await visit.page.setOfflineMode(false);
  await recover(visit);
});

test("a tab that goes elsewhere while the popup is open is noticed, and its page offered", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await eventually(() => entries(popup), (names) => names.length === 9);
  await visit.page.goto("https://other.example/");
  await press(popup, "Ledger acme:ledger.core_v2-x Private");
  await alarms(popup, "The tab shows another page now.");
  await enabled(popup, "Open the project page");
});

test("a page that gives itself another address is still there: what was asked of it is asked once", {}, async (visit) => {
  const asked = async () => (await visit.standIn.state()).log.filter(({ path }) => path === COMPONENT).length;
  await visit.go(`/project/overview?id=${PROJECT}`);
  const before = await asked();
  await visit.standIn.fault({ path: COMPONENT, kind: "delay", ms: 60_000, times: 1 });
  const popup = await visit.click();
  await eventually(asked, (count) => count === before + 1);
  await visit.page.evaluate(() => history.pushState({}, "", `${location.href}&tab=2`));
  // So long a page that is being left is given for going.
  await new Promise((waited) => setTimeout(waited, 1_500));
  await visit.standIn.release();
  await enabled(popup, "Copy Markdown");
  assert.equal(await asked(), before + 1);
});

test("a token that cannot be read leaves the rest, says what the Markdown lacks, and can be read again", {}, async (visit) => {
  await visit.standIn.fault({ path: TOKEN, kind: "status", status: 500 });
  const popup = await visit.openProject();
  const said = await alarms(popup, "The Markdown has no token, so the badge of this private project shows an error.");
  assert.match(said, /error 500/);
  assert.match(await words(popup), /Organization\s+acme-payments\n/);
  await reads(popup, "could not be read");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.ok(!(await clipboard(popup)).includes("token="));
  await visit.standIn.clearFaults();
  await press(popup, "Try again");
  await reads(popup, "token=••••••••");
  await byRole(popup, "image", "Quality Gate Status");
  assert.equal(await alerts(popup), "");
});

test("branches that cannot be listed leave the Markdown of the main branch", {}, async (visit) => {
  await visit.standIn.fault({ path: BRANCHES, kind: "status", status: 500 });
  const popup = await visit.openProject();
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  await byRole(popup, "image", "Quality Gate Status");
});

test("branches that cannot be listed leave the page's own branch to choose", {}, async (visit) => {
  await visit.standIn.fault({ path: BRANCHES, kind: "status", status: 500 });
  const popup = await visit.openProject(PROJECT, { branch: "release/1.x" });
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.ok((await clipboard(popup)).includes("branch=release%2F1.x"));
});

test("slow branches do not keep the Markdown waiting", {}, async (visit) => {
  await visit.standIn.fault({ path: BRANCHES, kind: "delay", ms: 5_000 });
  const popup = await visit.openProject();
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const { log } = await visit.standIn.state();
  assert.equal(log.filter(({ path, status }) => path === BRANCHES && status === 200).length <= 1, true);
});

test("a component that cannot be read leaves the Markdown with its token", {}, async (visit) => {
  await visit.standIn.fault({ path: COMPONENT, kind: "status", status: 500 });
  const popup = await visit.openProject();
  const said = await alarms(popup, "Not everything about this project could be read.");
  assert.match(said, /error 500/);
  await press(popup, "Copy Markdown");
  await eventually(() => clipboard(popup), (text) => text.includes("&token="));
  await visit.standIn.clearFaults();
  await press(popup, "Try again");
  await reads(popup, "Payments Service");
});

test("a picture that does not come leaves words in its place, and the Markdown", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/project_badges/measure", kind: "status", status: 503 });
  const popup = await visit.openProject();
  await reads(popup, "The picture could not be loaded.");
  assert.equal(await ifThere(popup, "image", "Quality Gate Status"), null);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
});
