// Every state of the popup: its pictures in light and dark, and what anybody
// who looks at it, listens to it or reads its console would object to.
import assert from "node:assert/strict";
import { barriers, barriersZoomed } from "./support/barriers.js";
import { blemishes, misnomers } from "./support/inspect.js";
import { picture } from "./support/pictures.js";
import { at, listed, project } from "./support/ready.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, announces, byRole, press, reads } from "./support/screen.js";

const test = scene();

const STATES = [
  ["project", at(PROJECT), {}, async (popup) => {
    await project(popup);
    await reads(popup, "First seen");
  }],
  ["project-copied", at(PROJECT), {}, async (popup) => {
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    await project(popup);
  }],
  ["project-token-shown", at(PROJECT), {}, async (popup) => {
    await project(popup);
    await press(popup, "Show token");
  }],
  ["project-without-administer", at(PROJECT), { as: "bo" }, project],
  ["project-public", at("acme-payments_open-docs"), {}, project],
  ["project-public-unfolded", at("acme-payments_open-docs"), { mayScroll: true }, async (popup) => {
    await project(popup);
    await press(popup, "Badge token none needed: this project is public");
  }],
  ["project-never-analysed", at("acme-payments_fresh"), {}, (popup) => reads(popup, "Nothing to show yet")],
  ["project-long-name", at("acme-payments_long"), {}, project],
  ["project-right-to-left-name", at("acme-payments_rtl"), {}, project],
  ["project-loading", at(PROJECT), { fault: { path: "/api", kind: "delay", ms: 4_000 } }, (popup) => reads(popup, PROJECT)],
  ["project-token-unread", at(PROJECT), { mayScroll: true, fault: { path: "/api/project_badges/token", kind: "status", status: 503 } },
    (popup) => alarms(popup, "has no token")],
  ["project-component-unread", at(PROJECT), { mayScroll: true, fault: { path: "/api/navigation/component", kind: "status", status: 503 } },
    (popup) => alarms(popup, "Not everything")],
  ["project-token-in-navigation", at(PROJECT), { profile: "CloudTokenInNavigation" }, async (popup) => {
    await project(popup);
    await byRole(popup, "button", "Project information");
  }],
  ["project-no-token-offered", at(PROJECT), { profile: "CloudNeither" }, async (popup) => {
    await reads(popup, "hands out no token");
    await byRole(popup, "button", "Project information");
  }],
  ["organization", "/organizations/acme-payments/projects", {}, listed(9)],
  ["organization-large", "/organizations/globex/projects", {}, (popup) => reads(popup, "And 1140 more")],
  ["organization-empty", "/organizations/initech/projects", {}, (popup) => reads(popup, "no projects that you may see")],
  ["organization-nothing-found", "/organizations/acme-payments/projects", {}, async (popup) => {
    await listed(9)(popup);
    await popup.keyboard.type("nothing at all");
    await reads(popup, "Nothing matches the filter.");
  }],
  ["organization-in-trouble", "/organizations/acme-payments/projects", { fault: { path: "/api", kind: "status", status: 503 } },
    (popup) => alarms(popup, "503")],
  ["organization-incomplete", "/organizations/globex/projects", { fault: { path: "/api/projects/search", kind: "status", status: 503, skip: 1 } },
    (popup) => alarms(popup, "Not all entries")],
  ["organizations", "/projects", {}, listed(3)],
  ["organizations-none", "/projects", { as: "dee" }, (popup) => reads(popup, "not a member")],
  ["connection", at(PROJECT), {}, async (popup) => {
    await press(popup, "Connection details");
    await reads(popup, "Scanner properties");
  }],
  ["not-signed-in", "/projects", { as: null }, (popup) => alarms(popup, "not signed in")],
  ["no-browse", at(PROJECT), { as: "dee" }, (popup) => alarms(popup, "You may not see this project.")],
  ["unknown-project", at("acme-payments_gone"), {}, (popup) => alarms(popup, "does not know this")],
  ["rate-limited", at(PROJECT), { fault: { path: "/api", kind: "status", status: 429, retry_after: 30 } }, (popup) => alarms(popup, "pause")],
  ["server-in-trouble", at(PROJECT), { fault: { path: "/api", kind: "status", status: 503 } }, (popup) => alarms(popup, "503")],
  ["web-page-instead", at(PROJECT), { fault: { path: "/api", kind: "html" } }, (popup) => alarms(popup, "web page")],
  ["not-sonar", "https://other.example/", {}, (popup) => alarms(popup, "This is not")],
];

for (const [name, address, { fault, mayScroll, ...options }, ready] of STATES) {
  test(`${name}: readable in light and dark, nothing cut off, everything named, nothing in the console`, options, async (visit) => {
    await visit.go(address);
    if (fault) await visit.standIn.fault(fault);
    const popup = await visit.click();
    await ready(popup);
    await picture(popup, name);
    assert.deepEqual(
      {
        ...(await blemishes(popup, { mayScroll })),
        ...(await misnomers(popup)),
        ...(await barriers(popup)),
        ...(await barriersZoomed(popup)),
        console: visit.heard,
      },
      { console: [] },
    );
  });
}
