// How badges are written down: formats, links, texts, what stands for the token; and
// what an error picture is told to mean.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  alarms, alerts, announces, byRole, choice, choices, choose, clipboard, enabled, eventually, ifThere, isEnabled, press, reads, status,
} from "./support/screen.js";

const test = scene();
const HOST = "https://sonarcloud.io";
const IMAGE = `${HOST}/api/project_badges/measure?project=${PROJECT}&metric=alert_status`;
const LINK = `${HOST}/summary/new_code?id=${PROJECT}`;
const NAME = "Quality Gate Status";

/** What a press of a button puts on the clipboard. */
async function copied(popup, button) {
  await press(popup, button);
  await eventually(() => status(popup), (said) => said.endsWith("copied."));
  return clipboard(popup);
}

const html = (text) => text.replaceAll("&", "&amp;");

for (const [format, button, expected] of [
  ["Markdown", "Copy Markdown", (image) => `[![${NAME}](${image})](${LINK})`],
  ["Markdown, references", "Copy Markdown", (image) =>
    `[![${NAME}][measure_alert_status]][measure_alert_status-link]\n\n[measure_alert_status]: ${image}\n[measure_alert_status-link]: ${LINK}`],
  ["HTML", "Copy HTML", (image) => `<a href="${LINK}"><img src="${html(image)}" alt="${NAME}"></a>`],
  ["reStructuredText", "Copy reStructuredText", (image) =>
    `|measure_alert_status|\n\n.. |measure_alert_status| image:: ${image}\n   :alt: ${NAME}\n   :target: ${LINK}`],
  ["AsciiDoc", "Copy AsciiDoc", (image) => `image:++${image}++["${NAME}",link="++${LINK}++"]`],
  ["Textile", "Copy Textile", (image) => `!${image}(${NAME})!:${LINK}`],
  ["Org", "Copy Org", (image) => `#+HTML: <a href="${LINK}"><img src="${html(image)}" alt="${NAME}"></a>`],
  ["BBCode", "Copy BBCode", (image) => `[url=${LINK}][img]${image}[/img][/url]`],
  ["Confluence, Jira", "Copy wiki markup", (image) => `[!${image}|alt=${NAME}!|${LINK}]`],
  ["Image URL", "Copy image URL", (image) => image],
]) {
  test(`${format} is copied by its own button`, {}, async (visit) => {
    const popup = await visit.openProject();
    await enabled(popup, "Copy Markdown");
    await choose(popup, "Format", format);
    const token = await visit.standIn.token(PROJECT);
    assert.equal(await copied(popup, button), expected(`${IMAGE}&token=${token}`));
    assert.deepEqual(visit.heard, []);
  });
}

test("ten formats are offered, Markdown first", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  const offered = await choices(popup, "Format");
  assert.equal(offered.length, 10);
  assert.equal(offered[0], "Markdown");
});

test("a badge leads to the overview, to its measure, or nowhere", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  const token = await visit.standIn.token(PROJECT);
  const image = `${HOST}/api/project_badges/measure?project=${PROJECT}&metric=coverage&token=${token}`;
  await choose(popup, "Badge", "Coverage");
  await press(popup, "All badges");
  await choose(popup, "Link to", "Its measure");
  assert.equal(
    await copied(popup, "Copy Markdown"),
    `[![Coverage](${image})](${HOST}/component_measures?id=${PROJECT}&metric=coverage)`,
  );
  await choose(popup, "Link to", "Nothing");
  assert.equal(await copied(popup, "Copy Markdown"), `![Coverage](${image})`);
});

test("a build can fill the token in, or it is left out; the picture shows all the same", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", NAME);
  await press(popup, "All badges");
  await choose(popup, "Token", "Placeholder");
  assert.equal(await copied(popup, "Copy Markdown"), `[![${NAME}](${IMAGE}&token=\${SONAR_BADGE_TOKEN})](${LINK})`);
  await choose(popup, "Token", "Left out");
  assert.equal(await copied(popup, "Copy Markdown"), `[![${NAME}](${IMAGE})](${LINK})`);
  await press(popup, "Back");
  await byRole(popup, "image", NAME);
});

test("another alternative text is escaped, and goes with one badge alone", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await press(popup, "All badges");
  await (await byRole(popup, "textbox", "Alternative text")).type("our ] gate");
  const token = await visit.standIn.token(PROJECT);
  assert.equal(await copied(popup, "Copy Markdown"), `[![our \\] gate](${IMAGE}&token=${token})](${LINK})`);
  await (await popup.waitForSelector('li[data-value="measure:bugs"] input')).click();
  const text = await byRole(popup, "textbox", "Alternative text");
  await eventually(() => text.evaluate((it) => it.disabled), (disabled) => disabled);
  assert.ok((await copied(popup, "Copy Markdown")).startsWith(`[![${NAME}](`));
});

test("on a pull request's page the branch to be merged into is chosen, and it is said why", {}, async (visit) => {
  const popup = await visit.openProject(PROJECT, { pullRequest: "123" });
  await announces(popup, "Pull requests have no badges: this is the branch to be merged into.");
  assert.equal(await choice(popup, "Branch"), "main");
  assert.ok((await copied(popup, "Copy Markdown")).includes(`?project=${PROJECT}&`));
});

test("a pull request that the host does not know is the main branch's, and that is said", {}, async (visit) => {
  const popup = await visit.openProject(PROJECT, { pullRequest: "4711" });
  await announces(popup, "Pull requests have no badges, and none is known of the branch to be merged into: this is the main branch.");
  assert.equal(await choice(popup, "Branch"), "main");
});

test("an error picture of a private project: the token is read again by a button", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", NAME);
  await visit.standIn.renew(PROJECT);
  await choose(popup, "Badge", "Coverage");
  await reads(popup, "Project not found");
  await press(popup, "Read token");
  await byRole(popup, "image", "Coverage");
  const token = await visit.standIn.token(PROJECT);
  assert.ok((await copied(popup, "Copy Markdown")).includes(token));
});

test("a picture that does not come is fetched again by a button", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/project_badges/measure", kind: "drop", times: 9 });
  const popup = await visit.openProject();
  await reads(popup, "The picture could not be loaded.");
  await visit.standIn.clearFaults();
  await press(popup, "Try again");
  await byRole(popup, "image", NAME);
});

test("a project never analysed: its page is a button away", {}, async (visit) => {
  const popup = await visit.openProject("acme-payments_fresh");
  await reads(popup, "Nothing to show yet");
  assert.equal(await isEnabled(popup, "Project page"), true);
});

test("a public project on a Server that wants the token: noticed by the pictures, and the Markdown follows", { profile: "ServerForced" }, async (visit) => {
  const popup = await visit.openProject("acme-payments_open-docs");
  await byRole(popup, "image", NAME);
  const token = await visit.standIn.token("acme-payments_open-docs");
  assert.ok((await copied(popup, "Copy Markdown")).includes(`&token=${token})`));
  assert.equal(await ifThere(popup, "button", "Badge token none needed: this project is public"), null);
});

test("the same, when the token comes later than the picture", { profile: "ServerForced" }, async (visit) => {
  await visit.standIn.fault({ path: "/api/project_badges/token", kind: "delay", ms: 1_200 });
  const popup = await visit.openProject("acme-payments_open-docs");
  await byRole(popup, "image", NAME);
  const token = await visit.standIn.token("acme-payments_open-docs");
  assert.ok((await copied(popup, "Copy Markdown")).includes(`&token=${token})`));
});

test("the same, when the token cannot be read: it is said to be missing, and reading it again mends that", { profile: "ServerForced" }, async (visit) => {
  await visit.standIn.fault({ path: "/api/project_badges/token", kind: "status", status: 500 });
  const popup = await visit.openProject("acme-payments_open-docs");
  assert.match(await alarms(popup, "This host shows no badge without the token"), /error 500/);
  assert.ok(!(await copied(popup, "Copy Markdown")).includes("token="));
  await visit.standIn.clearFaults();
  await press(popup, "Try again");
  await byRole(popup, "image", NAME);
  assert.ok((await copied(popup, "Copy Markdown")).includes(`&token=${await visit.standIn.token("acme-payments_open-docs")})`));
  assert.equal(await alerts(popup), "");
});

test("a public project's picture that never comes: the Markdown waits no longer than for that, and claims nothing", {}, async (visit) => {
  await visit.standIn.fault({ path: "/api/project_badges/measure", kind: "hang" });
  const begun = Date.now();
  const popup = await visit.openProject("acme-payments_open-docs");
  await reads(popup, "it is not known whether the Markdown needs the token", { patience: 9_000 });
  assert.ok(Date.now() - begun < 8_000, "it was asked for once");
  assert.ok(!(await copied(popup, "Copy Markdown")).includes("token="));
});
