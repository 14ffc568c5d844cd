// Nobody signed in, people without a permission, and projects that are not there.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  alarms, alerts, announces, clipboard, enabled, entries, eventually, ifThere, isEnabled, press, pressAway, reads, status,
  words,
} from "./support/screen.js";

const test = scene();

/** Fills in the sign-in form of the stand-in. */
async function fillIn(page, login) {
  await (await page.waitForSelector("aria/Login")).type(login);
  await (await page.waitForSelector("aria/Password")).type(`${login}-password`);
  await Promise.all([page.waitForNavigation(), (await page.waitForSelector('aria/Log in[role="button"]')).click()]);
}

/** Presses Sign in, and waits for the form in the tab. */
async function toTheForm(visit) {
  const form = visit.page.waitForNavigation();
  await pressAway(visit.popup, "Sign in");
  await form;
  const url = new URL(visit.page.url());
  assert.equal(url.origin + url.pathname, "https://sonarcloud.io/sessions/new");
  return url.searchParams.get("return_to");
}

test("whose session is over on a private project signs in, comes back to the very page, and goes on", {}, async (visit) => {
  const path = `/project/issues?id=${PROJECT}&branch=${encodeURIComponent("release/1.x")}`;
  await visit.go(path);
  await visit.standIn.signEveryoneOut();
  const popup = await visit.click();
  const said = await alarms(popup, "You are not signed in to SonarQube.");
  assert.match(said, /Sign in, then click the toolbar button again\./);
  assert.ok((await words(popup)).includes(PROJECT), "it says which project");
  const back = new URL(await toTheForm(visit), "https://sonarcloud.io");
  assert.deepEqual(
    [back.pathname, back.searchParams.get("id"), back.searchParams.get("branch")],
    ["/project/issues", PROJECT, "release/1.x"],
  );
  await eventually(() => popup.isClosed(), (closed) => closed);

  await fillIn(visit.page, "ada");
  assert.equal(new URL(visit.page.url()).pathname, "/project/issues");
  const again = await visit.click();
  await press(again, "Copy Markdown");
  await announces(again, "Markdown copied.");
  assert.ok((await clipboard(again)).includes("branch=release%2F1.x"));
});

test("nobody signed in is sent to the form from my organizations, and back", { as: null }, async (visit) => {
  const popup = await visit.open("/projects");
  await alarms(popup, "You are not signed in to SonarQube.");
  assert.equal(await toTheForm(visit), "/projects");
  await fillIn(visit.page, "bo");
  const again = await visit.click();
  await eventually(() => entries(again), (names) => names.join() === "Acme Payments");
});

test("an organization's page whose list is refused to nobody offers to sign in", { as: null }, async (visit) => {
  await visit.standIn.fault({ path: "/api/projects/search", kind: "status", status: 401 });
  const popup = await visit.open("/organizations/globex/projects");
  await alarms(popup, "You are not signed in to SonarQube.");
  assert.equal(await toTheForm(visit), "/organizations/globex/projects");
  await visit.standIn.clearFaults();
  await fillIn(visit.page, "ada");
  const again = await visit.click();
  await eventually(() => entries(again), (names) => names.length === 60);
});

test("the organization key is there to copy even where its projects are not to be had", { as: null }, async (visit) => {
  await visit.standIn.fault({ path: "/api/projects/search", kind: "status", status: 401 });
  const popup = await visit.open("/organizations/globex/projects");
  await alarms(popup, "You are not signed in to SonarQube.");
  await press(popup, "Copy organization key");
  await announces(popup, "Organization key copied.");
  assert.equal(await clipboard(popup), "globex");
});

test("an empty list for nobody signed in does not pass for an empty organization", { as: null }, async (visit) => {
  const popup = await visit.open("/organizations/globex/projects");
  await alarms(popup, "You are not signed in to SonarQube.");
  await enabled(popup, "Sign in");
  assert.ok(!(await words(popup)).includes("no projects"));
});

test("who may not browse a private project is told so, with the project's key", { as: "dee" }, async (visit) => {
  const popup = await visit.openProject();
  const said = await alarms(popup, "You may not see this project.");
  assert.match(said, /Browse permission/);
  assert.ok((await words(popup)).includes(PROJECT));
  assert.equal(await ifThere(popup, "button", "Copy Markdown"), null);
  assert.equal(await ifThere(popup, "button", "Copy token"), null);
});

test("who administers without Browse sees the project's name, and is not told a token", { as: "cy" }, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Renew token");
  const all = await words(popup);
  assert.match(all, /Organization\s+acme-payments/);
  assert.match(all, /Payments Service/);
  await reads(popup, "could not be read");
  assert.match(await alerts(popup), /has no token/);
  assert.equal(await visit.standIn.token(PROJECT), null);
});

test("Enter never renews, not even where renewing is all that is left to do", { as: "cy" }, async (visit) => {
  await visit.standIn.fault({ path: "/api/navigation/component", kind: "status", status: 403 });
  const popup = await visit.openProject();
  await alarms(popup, "You may not see this project.");
  await enabled(popup, "Renew token");
  await popup.keyboard.press("Enter");
  // A renewal takes the button out of reach at once, long before it is sent.
  assert.equal(await isEnabled(popup, "Renew token"), true);
  assert.equal(await status(popup), "");
  assert.equal(await visit.standIn.renewals(PROJECT), 0);
});

test("a project that is gone is named, and my organizations are offered", {}, async (visit) => {
  const popup = await visit.open("/project/overview?id=acme-payments_gone");
  const said = await alarms(popup, "SonarQube does not know this.");
  assert.match(said, /It may have been deleted, or have another key now\./);
  assert.ok((await words(popup)).includes("acme-payments_gone"));
  await press(popup, "My organizations");
  await eventually(() => entries(popup), (names) => names.includes("Globex"));
  await press(popup, "Back");
  await alarms(popup, "SonarQube does not know this.");
});

test("an organization that is not there is named with what to do", {}, async (visit) => {
  const popup = await visit.open("/organizations/no-such-org/projects");
  await alarms(popup, "SonarQube does not know this.");
  assert.ok((await words(popup)).includes("no-such-org"));
});

test("where the page's own endpoint is gone, the public one tells name and organization", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/navigation/component", kind: "status", status: 404 });
  const popup = await visit.openProject();
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.ok((await clipboard(popup)).includes("&token="));
  const all = await words(popup);
  assert.match(all, /Organization\s+acme-payments\n/);
  assert.match(all, /Payments Service\s+Private/);
  const asked = await visit.standIn.requests();
  assert.equal(asked.filter((one) => one === "GET /api/components/show").length, 1);
});

test("where neither tells the organization, that is said, and the Markdown is there all the same", {}, async (visit) => {
  const body = JSON.stringify({ key: PROJECT, name: "Payments Service", visibility: "private" });
  await visit.standIn.fault({ path: "/api/navigation/component", kind: "status", status: 200, body });
  await visit.standIn.fault({ path: "/api/components/show", kind: "status", status: 200, body: `{"component":${body}}` });
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await reads(popup, "not told by this host");
  const copy = await popup.$('aria/Copy organization key[role="button"]');
  assert.equal(await copy.evaluate((it) => it.disabled), true);
});
