// The popup on the pages of a SonarQube Server: found out by its page, then by
// asking; under a context path, and where no Server is.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  alarms, announces, byRole, clipboard, enabled, entries, eventually, ifThere, press, pressAway, reads, words,
} from "./support/screen.js";
import { hang } from "./support/renewal.js";
import { same } from "./support/same.js";
import { StandIn } from "./support/stand-in.js";

const HOME = "https://other.example/sonar";
const serverTest = scene({
  start: () => StandIn.start("ServerForced", "/sonar"),
  home: HOME,
  projectPage: "/dashboard",
});
const STATUS = "/api/system/status";

/** Declares a test on a Server of a profile. */
const test = (name, { profile = "ServerForced", ...options }, body) => serverTest(name, { profile, ...options }, body);

for (const [profile, version] of [["ServerForced", "26.9"], ["Server99", "9.9"]]) {
  test(`${version}: badge, Markdown and token, with links to the Server's own pages`, { profile }, async (visit) => {
    const popup = await visit.openProject();
    await byRole(popup, "image", "Quality Gate Status");
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    const token = await visit.standIn.token(PROJECT);
    const image = `${HOME}/api/project_badges/measure?project=${PROJECT}&metric=alert_status&token=${token}`;
    same(await clipboard(popup), `[![Quality Gate Status](${image})](${HOME}/dashboard?id=${PROJECT})`);
    await reads(popup, `SonarQube ${version}`);
    assert.doesNotMatch(await words(popup), /Organization/);
    assert.deepEqual(visit.heard, []);
  });

  test(`${version}: one renewal, and the new Markdown`, { profile }, async (visit) => {
    const popup = await visit.openProject();
    await enabled(popup, "Copy Markdown");
    const old = await visit.standIn.token(PROJECT);
    await press(popup, "Renew token");
    await announces(popup, "Token renewed. The new Markdown is ready to copy.");
    const token = await visit.standIn.token(PROJECT);
    assert.ok(token !== old, "there is a new token");
    await press(popup, "Copy Markdown");
    await eventually(() => clipboard(popup), (text) => text.includes(`&token=${token})`));
    assert.equal(await visit.standIn.renewals(PROJECT), 1);
    assert.deepEqual(visit.heard, []);
  });
}

test("without the XSRF cookie the token comes from the header, as the product's own page has it", {}, async (visit) => {
  await visit.go(`/dashboard?id=${PROJECT}`);
  const cookies = await visit.browser.cookies();
  await visit.browser.deleteCookie(...cookies.filter(({ name }) => name === "XSRF-TOKEN"));
  const popup = await visit.click();
  await enabled(popup, "Copy Markdown");
  await press(popup, "Renew token");
  await announces(popup, "Token renewed. The new Markdown is ready to copy.");
  assert.equal(await visit.standIn.renewals(PROJECT), 1);
});

test("a Server is asked one question before it is known to be one", {}, async (visit) => {
  await visit.standIn.fault({ path: STATUS, kind: "delay", ms: 700 });
  await visit.go(`/dashboard?id=${PROJECT}`);
  const before = (await visit.standIn.requests()).length;
  const popup = await visit.click();
  await new Promise((soon) => setTimeout(soon, 400));
  assert.deepEqual((await visit.standIn.requests()).slice(before), [`GET ${STATUS}`]);
  await enabled(popup, "Copy Markdown");
});

test("all projects are the Server's, and the details name no organization", {}, async (visit) => {
  const popup = await visit.open("/projects");
  await eventually(() => entries(popup), (names) => names.includes("Payments Service"));
  await press(popup, "Connection details");
  await press(popup, "Copy properties");
  await announces(popup, "Properties copied.");
  assert.equal(await clipboard(popup), `sonar.host.url=${HOME}\n`);
  for (const name of ["Copy organization key", "Copy region"]) {
    assert.equal(await ifThere(popup, "button", name), null, name);
  }
});

for (const [what, fault, said] of [
  ["starts", { status: 200, body: '{"id":"1","version":"26.9.0.129388","status":"STARTING"}' }, "This SonarQube Server is not up: STARTING."],
  ["has trouble", { status: 503 }, "SonarQube has trouble (error 503)."],
]) {
  test(`a Server that ${what} says so, and can be asked again`, {}, async (visit) => {
    await visit.standIn.fault({ path: STATUS, kind: "status", times: 1, ...fault });
    const popup = await visit.openProject();
    await alarms(popup, said);
    await press(popup, "Try again");
    await enabled(popup, "Copy Markdown");
  });
}

test("a page that is still loading its scripts is recognised by its head", {}, async (visit) => {
  await visit.go(`/dashboard?id=${PROJECT}`);
  // The document is open again, as that of a page which loads for long.
  await visit.page.evaluate(() => {
    const { head } = document;
    const said = [...head.querySelectorAll("meta[name=application-name], link[rel=icon]")].map((it) => it.outerHTML).join("");
    document.open();
    document.write(`<!doctype html><html><head>${said}</head><body>Loading`);
  });
  assert.equal(await visit.page.evaluate(() => document.readyState), "loading");
  await enabled(await visit.click(), "Copy Markdown");
});

test("a page too busy to be looked at is said to be that, and no other site's", {}, async (visit) => {
  await visit.go(`/dashboard?id=${PROJECT}`);
  const goOn = await hang(visit.page);
  const popup = await visit.click();
  await alarms(popup, "This page is too busy to be looked at.");
  await goOn();
});

test("while a Server is asked, no outline of another page is shown", {}, async (visit) => {
  await visit.standIn.fault({ path: STATUS, kind: "delay", ms: 900 });
  const popup = await visit.openProject();
  await new Promise((soon) => setTimeout(soon, 500));
  assert.doesNotMatch(await words(popup), /Organization/);
  await enabled(popup, "Copy Markdown");
});

test("a page that only looks like a Server's is none", {}, async (visit) => {
  await visit.standIn.fault({ path: STATUS, kind: "status", status: 404, times: 1 });
  const popup = await visit.openProject();
  await reads(popup, "This is not a SonarQube page.");
});

test("a page that claims to stand elsewhere is asked nothing", {}, async (visit) => {
  await visit.go(`/dashboard?id=${PROJECT}`);
  await visit.page.$eval("link[rel=icon]", (it) => it.setAttribute("href", "/elsewhere/favicon.ico"));
  const before = (await visit.standIn.requests()).length;
  const popup = await visit.click();
  await reads(popup, "This is not a SonarQube page.");
  assert.equal((await visit.standIn.requests()).length, before);
});

test("nobody is told to sign in, and the button leads to the Server's form and back", { as: null }, async (visit) => {
  const popup = await visit.openProject();
  await reads(popup, "You are not signed in to SonarQube.");
  await pressAway(popup, "Sign in");
  await eventually(() => visit.page.url(), (url) => url.startsWith(`${HOME}/sessions/new?return_to=%2Fsonar%2Fdashboard`));
});
