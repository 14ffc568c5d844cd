// Pages of an organization and pages of none: lists to choose from.
import assert from "node:assert/strict";
import { count, names, openListed } from "./support/dashboard-list.js";
import { PROJECT, scene } from "./support/scene.js";
import { opensDashboard } from "./support/dashboard.js";
import { aMoment } from "./support/renewal.js";
import {
  announces, away, byRole, clipboard, enabled, entries, eventually, focused, ifThere, press, putOnClipboard, reads, words,
} from "./support/screen.js";

const test = scene();

const filter = (popup) => popup.waitForSelector("::-p-aria([role='searchbox'])", { timeout: 8_000 });
const settled = (popup) =>
  eventually(
    () => popup.evaluate(() => document.querySelector("ul").ariaBusy),
    (busy) => busy === "false",
  );

for (const page of ["projects", "quality_gates/show/9", ""]) {
  test(`on /organizations/acme-payments/${page} its key stands first and is copied`, {}, async (visit) => {
    const popup = await visit.open(`/organizations/acme-payments/${page}`);
    await press(popup, "Copy organization key");
    await announces(popup, "Organization key copied.");
    assert.equal(await clipboard(popup), "acme-payments");
    assert.match(await words(popup), /ORGANIZATION KEY\s+acme-payments\s/i);
  });
}

test("its projects are listed, the one analysed last first, one never analysed last", {}, async (visit) => {
  await visit.standIn.addProject({ key: "acme-payments_newest", name: "Zebra" });
  const popup = await visit.open("/organizations/acme-payments/projects");
  await settled(popup);
  const names = await entries(popup);
  assert.equal(names.length, 10);
  assert.equal(names.at(-1), "Fresh");
  assert.ok(names.includes("Payments Service") && names.includes("Zebra"));
  const all = await words(popup);
  assert.match(all, /Payments Service\s+acme-payments_payments-service\s+Private/);
  assert.match(all, /Open Docs\s+acme-payments_open-docs\s+Public/);
});

test("the newest analysis comes first in a long list", {}, async (visit) => {
  const popup = await visit.open("/organizations/globex/projects");
  await settled(popup);
  const [first] = await entries(popup);
  const page = await visit.page.evaluate(async () =>
    (await Promise.all([1, 2, 3].map(async (p) =>
      (await (await fetch(`/api/projects/search?organization=globex&ps=500&p=${p}`)).json()).components))).flat());
  const newest = page.toSorted((a, b) => (b.lastAnalysisDate ?? "").localeCompare(a.lastAnalysisDate ?? ""))[0];
  assert.equal(first, newest.name);
});

test("typing narrows the list down by name and by key", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await settled(popup);
  const box = await filter(popup);
  await box.type("PAYMENTS serv");
  await eventually(() => entries(popup), (names) => names.length === 1 && names[0] === "Payments Service");
  await box.evaluate((it) => it.select());
  await box.type("ledger.core");
  await eventually(() => entries(popup), (names) => names.join() === "Ledger");
  await box.evaluate((it) => it.select());
  await box.type("no such thing");
  await reads(popup, "Nothing matches the filter.");
});

test("Enter in the filter opens the first match", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await settled(popup);
  await (await filter(popup)).type("checkout");
  await eventually(() => entries(popup), (names) => names.length === 1);
  await popup.keyboard.press("Enter");
  await enabled(popup, "Copy Markdown");
  await reads(popup, "Checkout UI");
});

test("the arrow keys walk through the list and back into the filter", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await settled(popup);
  const names = await entries(popup);
  await (await filter(popup)).focus();
  const walked = [];
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) {
    await popup.keyboard.press(key);
    walked.push(await focused(popup));
  }
  for (const [step, name] of [names[0], names[1], names[2], names[1]].entries()) {
    assert.ok(walked[step].startsWith(name.trim()), `${walked[step]} instead of ${name}`);
  }
  await popup.keyboard.press("Enter");
  await enabled(popup, "Copy Markdown");
  await popup.keyboard.press("Escape");
  await filter(popup);
  for (const key of ["ArrowDown", "ArrowUp"]) await popup.keyboard.press(key);
});

test("the filter has the focus at once, so that one can type right away", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await settled(popup);
  await popup.keyboard.type("open");
  await eventually(() => entries(popup), (names) => names.join() === "Open Docs");
});

test("a project is chosen, copied from, and left by Back; what was typed is still there", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await settled(popup);
  await (await filter(popup)).type("payments serv");
  await press(popup, "Payments Service acme-payments_payments-service Private");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const token = await visit.standIn.token(PROJECT);
  assert.ok((await clipboard(popup)).includes(`&token=${token})`));
  await press(popup, "Back");
  assert.equal(await (await filter(popup)).evaluate((it) => it.value), "payments serv");
  assert.deepEqual(await entries(popup), ["Payments Service"]);
  assert.equal(await ifThere(popup, "button", "Back"), null);
});

for (const address of [`/project/overview?id=${PROJECT}`, "/organizations/acme-payments/projects"]) {
  test(`All projects on ${address} opens the dashboard of its organization beside the tab`, {}, async (visit) => {
    const board = await openListed(visit, address);
    assert.equal(await count(board), 9);
    const { searchParams } = new URL(board.url());
    assert.equal(searchParams.get("base"), "https://sonarcloud.io");
    assert.equal(searchParams.get("organization"), "acme-payments");
    await board.keyboard.type("ledger");
    await eventually(() => names(board), (shown) => shown.join() === "Ledger");
    assert.equal(visit.page.url(), `https://sonarcloud.io${address}`, "the tab stays where it was");
  });
}

test("an organization without projects says so", {}, async (visit) => {
  const popup = await visit.open("/organizations/initech/projects");
  await reads(popup, "This organization has no projects that you may see.");
  await press(popup, "Copy organization key");
  await announces(popup, "Organization key copied.");
  assert.equal(await clipboard(popup), "initech");
});

test("the pseudo-organization “default” of public rule links is not shown as a key", {}, async (visit) => {
  const popup = await visit.open("/organizations/default/rules");
  await reads(popup, "Choose an organization");
  assert.ok(!(await words(popup)).includes("default"));
});

for (const page of ["/projects", "/account/security", "/explore/projects"]) {
  test(`on ${page} my organizations are listed, each with its key to copy`, {}, async (visit) => {
    const popup = await visit.open(page);
    await settled(popup);
    assert.deepEqual(await entries(popup), ["Acme Payments", "Globex", "Initech"]);
    const all = await words(popup);
    for (const key of ["acme-payments", "globex", "initech"]) assert.match(all, new RegExp(`^${key}$`, "m"));
    assert.deepEqual(await visit.standIn.requests(), ["GET /api/organizations/search"]);
    const copies = await popup.$$('aria/Copy organization key[role="button"]');
    await copies[1].click();
    await announces(popup, "Organization key globex copied.");
    assert.equal(await clipboard(popup), "globex");
  });
}

test("from my organizations to a list, to a project, and back, and back", {}, async (visit) => {
  const popup = await visit.open("/projects");
  await press(popup, "Acme Payments acme-payments");
  await press(popup, "Open Docs acme-payments_open-docs Public");
  await enabled(popup, "Copy Markdown");
  await reads(popup, "Open Docs");
  await press(popup, "Back");
  await reads(popup, "Choose a project");
  await press(popup, "Back");
  await reads(popup, "Choose an organization");
  assert.deepEqual(await entries(popup), ["Acme Payments", "Globex", "Initech"]);
  assert.equal(await ifThere(popup, "button", "Back"), null);
});

test("who belongs to no organization is told so", { as: "dee" }, async (visit) => {
  const popup = await visit.open("/projects");
  await reads(popup, "You are not a member of any organization here.");
});

test("a double click on a project chooses it, and presses nothing of what takes the list's place", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await settled(popup);
  const many = (await entries(popup)).length;
  for (let place = 0; place < many; place += 1) {
    await putOnClipboard(popup, "nothing");
    const rows = await popup.$$("li button");
    await rows[place].evaluate((it) => it.scrollIntoView({ block: "nearest" }));
    const { x, y } = await rows[place].clickablePoint();
    await popup.mouse.move(x, y);
    await popup.mouse.down({ clickCount: 1 });
    await popup.mouse.up({ clickCount: 1 });
    // As slow as a double click may be.
    await enabled(popup, "Copy Markdown");
    await popup.mouse.down({ clickCount: 2 });
    await popup.mouse.up({ clickCount: 2 });
    await aMoment();
    assert.equal(await clipboard(popup), "nothing", `of row ${place}`);
    assert.equal(await popup.$("button[aria-pressed=true]"), null, "the token is hidden");
    await press(popup, "Back");
    await settled(popup);
  }
});

test("a double click on All projects opens one page", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  const all = await enabled(popup, "All projects");
  await opensDashboard(visit, () => away(popup, all.click({ count: 2 })));
  await aMoment();
  const opened = visit.browser.targets().filter((target) => target.url().includes("/dashboard.html"));
  assert.equal(opened.length, 1);
});

test("what was to be copied of one project is not shown under the name of the next", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await press(popup, "Payments Service acme-payments_payments-service Private");
  await enabled(popup, "Copy Markdown");
  const shown = () => byRole(popup, "group", "What will be copied").then((it) => it.evaluate((box) => box.innerText));
  assert.match(await shown(), /payments-service/);
  await press(popup, "Back");
  await visit.standIn.fault({ path: "/api/project_badges/token", kind: "delay", ms: 1_500 });
  await press(popup, "Ledger acme:ledger.core_v2-x Private");
  await reads(popup, "acme:ledger.core_v2-x");
  assert.equal(await shown(), "");
  await enabled(popup, "Copy Markdown");
  assert.match(await shown(), /ledger/);
});
