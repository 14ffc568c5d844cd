// A project's page: what a click on the toolbar button shows and copies.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  announces, byRole, choice, choices, clipboard, enabled, eventually, ifThere, overflow, press, reads, words,
} from "./support/screen.js";

const test = scene();
const BADGES = "https://sonarcloud.io/api/project_badges/measure";
const PAGE = `https://sonarcloud.io/summary/new_code?id=${PROJECT}`;

test("the organization key, the project's name and key, and that it is private are shown", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  const all = await words(popup);
  assert.match(all, /Organization\s+acme-payments\n/);
  assert.match(all, /Project\s+Payments Service\s+Private\s+acme-payments_payments-service\n/);
  assert.match(all, /SonarQube Cloud · EU/);
});

test("the badge's live picture is shown under the badge's name", {}, async (visit) => {
  const popup = await visit.openProject();
  const picture = await byRole(popup, "image", "Quality Gate Status");
  await eventually(
    () => picture.evaluate((it) => ({ width: it.naturalWidth, shown: it.getBoundingClientRect().height })),
    ({ width, shown }) => width > 50 && shown === 20,
  );
});

test("the badges of SonarQube Cloud are offered, its eleven measures by the product's own names", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  assert.deepEqual((await choices(popup, "Badge")).toSorted(), [
    "Bugs", "Code Smells", "Coverage", "Duplicated Lines (%)", "Lines of Code", "Maintainability Rating",
    "Quality Gate Status", "Reliability Rating", "Security Rating", "Technical Debt",
    "The logo, for dark pages; no token", "The logo, for light pages; no token", "The logo, in colour; no token",
    "The quality gate, large", "Vulnerabilities",
  ]);
  assert.equal(await choice(popup, "Badge"), "Quality Gate Status");
});

test("the main and the long-lived branches are offered, short-lived ones are not", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  const offered = await eventually(() => choices(popup, "Branch"), (all) => all.length > 1);
  assert.equal(offered[0], "main");
  assert.deepEqual(offered.toSorted(), ["feature/foo#1&2", "main", "release/1.x"]);
  assert.equal(await choice(popup, "Branch"), "main");
});

for (const branch of ["release/1.x", "feature/foo#1&2"]) {
  test(`the page's branch ${branch} is chosen already`, {}, async (visit) => {
    const popup = await visit.openProject(PROJECT, { branch });
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    assert.equal(await choice(popup, "Branch"), branch);
    const token = await visit.standIn.token(PROJECT);
    const name = encodeURIComponent(branch);
    assert.equal(
      await clipboard(popup),
      `[![Quality Gate Status](${BADGES}?branch=${name}&project=${PROJECT}&metric=alert_status&token=${token})](${PAGE}&branch=${name})`,
    );
  });
}

for (const [where, more] of [
  ["a short-lived branch", { branch: "wip" }],
  ["a branch that is gone", { branch: "gone" }],
  ["a pull request", { pullRequest: "123" }],
  ["the main branch by its name", { branch: "main" }],
]) {
  test(`on the page of ${where} the badge is that of the main branch`, {}, async (visit) => {
    const popup = await visit.openProject(PROJECT, more);
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    assert.equal(await choice(popup, "Branch"), "main");
    assert.ok(!(await clipboard(popup)).includes("branch="));
  });
}

test("Copy Markdown copies the picture with its token, linked to the project", {}, async (visit) => {
  const popup = await visit.openProject();
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const token = await visit.standIn.token(PROJECT);
  assert.match(token, /^[0-9a-f]{40}$/);
  assert.equal(
    await clipboard(popup),
    `[![Quality Gate Status](${BADGES}?project=${PROJECT}&metric=alert_status&token=${token})](${PAGE})`,
  );
});

test("Enter copies the Markdown, with nothing else to press before", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await popup.keyboard.press("Enter");
  await announces(popup, "Markdown copied.");
  assert.match(await clipboard(popup), /^\[!\[Quality Gate Status\]/);
});

test("the organization key, the project key and the token are copied as they are", {}, async (visit) => {
  const popup = await visit.openProject();
  for (const [name, said, text] of [
    ["Copy organization key", "Organization key copied.", "acme-payments"],
    ["Copy project key", "Project key copied.", PROJECT],
    ["Copy token", "Token copied.", null],
  ]) {
    await press(popup, name);
    await announces(popup, said);
    assert.equal(await clipboard(popup), text ?? (await visit.standIn.token(PROJECT)));
  }
});

test("the token is masked everywhere until it is asked for, and again afterwards", {}, async (visit) => {
  const popup = await visit.openProject();
  const show = await enabled(popup, "Show token");
  const token = await visit.standIn.token(PROJECT);
  const whole = () => popup.evaluate((it) => document.documentElement.outerHTML.includes(it), token);
  const pressed = () => show.evaluate((it) => it.ariaPressed);

  await reads(popup, `••••••••${token.slice(-4)}`);
  assert.deepEqual([await whole(), await pressed()], [false, "false"]);
  await show.click();
  await reads(popup, token);
  assert.equal(await pressed(), "true");
  const snippet = await (await byRole(popup, "group", "What will be copied")).evaluate((it) => it.innerText);
  assert.ok(!snippet.includes(token), "the snippet keeps its mask");
  await show.click();
  await eventually(whole, (there) => there === false);
  assert.equal(await pressed(), "false");
});

test("the organization key is on the screen no later than the Markdown", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  const [organization, markdown] = await popup.evaluate(() =>
    ["rebadge:organization", "rebadge:markdown"].map((name) =>
      performance.getEntriesByName(name, "mark").map((mark) => mark.startTime),
    ),
  );
  assert.deepEqual([organization.length, markdown.length], [1, 1]);
  assert.ok(organization[0] <= markdown[0]);
});

test("everything fits into a popup of 400 by 600 pixels without a scroll bar", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  await enabled(popup, "Renew token");
  const { sideways, main, height, width } = await overflow(popup);
  assert.deepEqual({ sideways, main, width }, { sideways: false, main: 0, width: 400 });
  assert.ok(height <= 600, `${height} px high`);
});

test("a click costs four requests, and the picture's goes without cookies", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  await enabled(popup, "Renew token");
  assert.deepEqual((await visit.standIn.requests()).toSorted(), [
    "GET /api/navigation/component",
    "GET /api/project_badges/measure",
    "GET /api/project_badges/token",
    "GET /api/project_branches/list",
  ]);
  const { log } = await visit.standIn.state();
  const picture = log.find(({ path }) => path.endsWith("/measure"));
  assert.deepEqual([picture.cookie, picture.who], [false, null]);
});

test("what is still loading keeps its place: nothing moves when it comes", {}, async (visit) => {
  const places = (popup) =>
    popup.evaluate(() =>
      [...document.querySelectorAll("header, main button, main select, footer")]
        .filter((it) => it.checkVisibility())
        .map((it) => [it.ariaLabel ?? it.tagName, it.getBoundingClientRect().y]),
    );
  await visit.standIn.fault({ path: "/api", kind: "delay", ms: 700 });
  const popup = await visit.openProject();
  await popup.waitForFunction(() => document.querySelectorAll("select option").length > 10);
  const early = await places(popup);
  assert.equal(await ifThere(popup, "image", "Quality Gate Status"), null, "it is loading still");
  await byRole(popup, "image", "Quality Gate Status");
  await enabled(popup, "Renew token");
  await reads(popup, "First seen");
  assert.deepEqual(await places(popup), early);
});
