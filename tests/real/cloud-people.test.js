// What people with other rights than ada's, or none, find on a real server
// behind the façade: the permissions and the web UI's ways are the server's own.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { atTheForm, fillIn } from "../browser/support/form.js";
import { PROJECT } from "../browser/support/scene.js";
import {
  alarms, announces, byRole, clipboard, enabled, eventually, ifThere, isEnabled, press, pressAway, reads,
  words,
} from "../browser/support/screen.js";
import { age, openReady, reopen, serverDid } from "../browser/support/renewal.js";
import { realScene } from "./support/scene.js";

const test = realScene();

const NOT_SIGNED_IN = "You are not signed in to SonarQube.";
const SHOWN = "Quality Gate Status";

/** Goes to a project's page; the web UI sends people who may not see it to the form. */
async function turnedAway(visit, project) {
  await visit.go(`/dashboard?id=${project}`);
  const { searchParams } = await atTheForm(visit.page);
  assert.equal(searchParams.get("return_to"), `/dashboard?id=${project}`);
  return searchParams;
}

/** Checks that the token is told, that it opens the badge, and that it cannot be renewed. */
async function readsOnly(visit, popup, project) {
  await byRole(popup, "image", SHOWN);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const token = await visit.standIn.token(project);
  assert.ok((await clipboard(popup)).includes(`?project=${project}&metric=alert_status&token=${token})`), "the token");
  assert.equal(await isEnabled(popup, "Renew token"), false);
  await reads(popup, "Renewing takes the Administer permission on this project.");
  assert.deepEqual(visit.heard, []);
}

test("bo, who may browse, reads the token and cannot renew it", { as: "bo" }, async (visit) => {
  await readsOnly(visit, await openReady(visit), PROJECT);
});

test("a public project's Markdown has the token, since this server shows no badge without", { as: "bo" }, async (visit) => {
  const { projects } = visit.standIn.server;
  const popup = await openReady(visit, projects.public);
  await reads(popup, "Public");
  await readsOnly(visit, popup, projects.public);
});

test("dee, an outsider, is sent to the form and told that she may not see the project", { as: "dee" }, async (visit) => {
  const form = await turnedAway(visit, PROJECT);
  assert.equal(form.get("authorizationError"), "true");
  const popup = await visit.click();
  await alarms(popup, "You may not see this project.");
  assert.ok((await words(popup)).includes(PROJECT));
  assert.equal(await ifThere(popup, "button", "Copy Markdown"), null);
  await press(popup, "Renew token");
  await alarms(popup, "You may not renew this token.");
  await serverDid(visit, 0, 1);
});

test("dee sees a public project as everybody does who is signed in", { as: "dee" }, async (visit) => {
  const { projects } = visit.standIn.server;
  await readsOnly(visit, await openReady(visit, projects.public), projects.public);
});

test("cy, who administers without Browse, renews what he cannot read", { as: "cy" }, async (visit) => {
  const old = await visit.standIn.token(PROJECT);
  await turnedAway(visit, PROJECT);
  const popup = await visit.click();
  await reads(popup, "Payments Service");
  await reads(popup, "could not be read");
  await press(popup, "Renew token");
  await reads(popup, "Token renewed. Your account may not read the new one: someone who may browse the project can.");
  assert.ok((await visit.standIn.token(PROJECT)) !== old, "there is a new token");
  await serverDid(visit, 1);
  assert.deepEqual(visit.heard, []);
});

test("cy renews a public project, and reads the new token", { as: "cy" }, async (visit) => {
  const { projects } = visit.standIn.server;
  const popup = await openReady(visit, projects.public);
  const old = await visit.standIn.token(projects.public);
  await press(popup, "Renew token");
  await eventually(() => age(popup), (said) => said === "Renewed now");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const token = await visit.standIn.token(projects.public);
  assert.ok(token !== old && (await clipboard(popup)).includes(`&token=${token})`), "the new token");
});

for (const which of ["analysed", "public"]) {
  test(`nobody is asked to sign in for the ${which} project`, { as: null }, async (visit) => {
    const project = visit.standIn.server.projects[which];
    await turnedAway(visit, project);
    const popup = await visit.click();
    await alarms(popup, NOT_SIGNED_IN);
    assert.ok((await words(popup)).includes(project));
    assert.deepEqual(visit.heard, []);
  });
}

test("whose session is over signs in by the product's form, and is led back", {}, async (visit) => {
  await visit.go(`/project/information?id=${PROJECT}`);
  await visit.page.waitForFunction(() => document.body.innerText.includes("Renew Token"));
  await visit.browser.deleteCookie(...(await visit.browser.cookies()));
  const popup = await visit.click();
  await alarms(popup, NOT_SIGNED_IN);
  await pressAway(popup, "Sign in");
  await fillIn(visit.page, "bo", visit.standIn.server.password("bo"));
  const back = new URL(visit.page.url());
  assert.deepEqual([back.pathname, back.searchParams.get("id")], ["/project/information", PROJECT]);
  await enabled(await reopen(visit), "Copy Markdown");
});

for (const [who, login, said] of [["nobody", null, NOT_SIGNED_IN], ["dee", "dee", "You may not see this project."]]) {
  test(`${who} presses the button while the web UI is still making up its mind`, { as: login }, async (visit) => {
    await visit.go("/sessions/new");
    for (const milliseconds of [0, 150, 400, 800]) {
      // The web UI may just be leaving by itself; it is sent elsewhere all the same.
      const leave = (url) => visit.page.evaluate((to) => { location.href = to; }, url).then(() => true, () => false);
      await eventually(() => leave(`/dashboard?id=${PROJECT}&at=${milliseconds}`), (left) => left);
      await pause(milliseconds);
      const popup = await visit.click();
      await alarms(popup, said);
      assert.ok((await words(popup)).includes(PROJECT), `after ${milliseconds} ms`);
      await popup.close();
    }
  });
}

test("a hostile name is text, in the popup and out of the Markdown", { as: "bo" }, async (visit) => {
  const { projects } = visit.standIn.server;
  const popup = await openReady(visit, projects.hostile);
  await reads(popup, '<script>alert(1)</script> [x](y) | "q"');
  assert.equal(await popup.$("main script"), null);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.ok(!(await clipboard(popup)).includes("alert(1)"));
});

test("a project that was never analysed has a badge without a measure", {}, async (visit) => {
  const popup = await openReady(visit, visit.standIn.server.projects.fresh);
  await reads(popup, "Nothing to show yet: this was not analysed, or not measured.");
  await enabled(popup, "Copy Markdown");
  await enabled(popup, "Renew token");
});

test("a project that is not there is not known", {}, async (visit) => {
  const popup = await visit.open("/dashboard?id=acme-payments_gone");
  await alarms(popup, "SonarQube does not know this.");
  assert.ok((await words(popup)).includes("acme-payments_gone"));
});
