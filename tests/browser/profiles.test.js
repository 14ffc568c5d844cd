// Hosts that offer less than everything: what the token's card says then.
import assert from "node:assert/strict";
import { opensInformation } from "./support/renewal.js";
import { PROJECT, scene } from "./support/scene.js";
import {
  alarms, alerts, announces, byRole, clipboard, enabled, ifThere, press, reads,
} from "./support/screen.js";

const test = scene();
const NO_RENEWAL = "offers no renewal here";

test("a host that offers everything shows the token, its age, what renewing does, and the button", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Renew token");
  await reads(popup, "First seen");
  await reads(popup, "Renewing breaks every old badge URL at once.");
  await reads(popup, "It is not a personal access token.");
  assert.equal(await ifThere(popup, "button", "Project information"), null);
});

test("where only the page's navigation holds the token, it is taken from there", { profile: "CloudTokenInNavigation" }, async (visit) => {
  const popup = await visit.openProject();
  await reads(popup, "token=••••••••");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.ok((await clipboard(popup)).includes(`&token=${await visit.standIn.token(PROJECT)})`));
  await byRole(popup, "image", "Quality Gate Status");
  await reads(popup, NO_RENEWAL);
  assert.equal(await ifThere(popup, "button", "Renew token"), null);
  assert.equal(await alerts(popup), "");
  await opensInformation(visit, popup);
});

test("where no token is handed out, the Markdown is there without it, and that is said", { profile: "CloudNeither" }, async (visit) => {
  const popup = await visit.openProject();
  await reads(popup, "not handed out by this host");
  await reads(popup, "hands out no token here, so the Markdown lacks it. Its own page may show it.");
  assert.equal(await alerts(popup), "", "said once is enough");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.ok((await clipboard(popup)).endsWith(`metric=alert_status)](https://sonarcloud.io/summary/new_code?id=${PROJECT})`));
  await opensInformation(visit, popup);
});

test("where no token is handed out, the picture's words say why it shows nothing", { profile: "CloudNeither" }, async (visit) => {
  const popup = await visit.openProject();
  await reads(popup, "The badge shows “Project not found”: the token is wrong or missing");
});

test("where tokens are told but not renewed, the page of the product is offered instead", { profile: "CloudTokenWithoutRenewal" }, async (visit) => {
  const popup = await visit.openProject();
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.ok((await clipboard(popup)).includes(`&token=${await visit.standIn.token(PROJECT)})`));
  if (await ifThere(popup, "button", "Renew token")) {
    // That it is not offered may only be known from trying.
    await press(popup, "Renew token");
    await alarms(popup, "Not renewed.");
  }
  await reads(popup, NO_RENEWAL);
  await opensInformation(visit, popup);
  assert.equal(await visit.standIn.renewals(PROJECT), 0);
});

test("a public project needs no token on a host that hands none out", { profile: "CloudNeither" }, async (visit) => {
  const popup = await visit.openProject("acme-payments_open-docs");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  await byRole(popup, "image", "Quality Gate Status");
  assert.equal(await alerts(popup), "");
});
