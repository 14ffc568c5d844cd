// Choosing another badge, branch or format, and public projects.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  alerts, announces, button, byRole, choose, clipboard, enabled, eventually, ifThere, isEnabled, press, reads, words,
} from "./support/screen.js";

const test = scene();
const OPEN = "acme-payments_open-docs";
const BADGES = "https://sonarcloud.io/api/project_badges/measure";

const snippet = async (popup) =>
  (await byRole(popup, "group", "What will be copied")).evaluate((it) => it.innerText);

const drawn = async (popup, name) => {
  const picture = await byRole(popup, "image", name);
  return decodeURIComponent(await picture.evaluate((it) => it.src));
};

test("another badge changes the picture, its name and what is copied", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  await choose(popup, "Badge", "Coverage");
  assert.match(await drawn(popup, "Coverage"), /81\.4%/);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const token = await visit.standIn.token(PROJECT);
  assert.equal(
    await clipboard(popup),
    `[![Coverage](${BADGES}?project=${PROJECT}&metric=coverage&token=${token})](https://sonarcloud.io/summary/new_code?id=${PROJECT})`,
  );
});

test("every badge has a picture, and none of them needs another request but its own", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  const before = (await visit.standIn.requests()).length;
  const others = ["Bugs", "Code Smells", "Coverage", "Duplicated Lines (%)", "Lines of Code", "Maintainability Rating"];
  for (const name of others) {
    await choose(popup, "Badge", name);
    await byRole(popup, "image", name);
  }
  const after = await visit.standIn.requests();
  assert.deepEqual(after.slice(before), others.map(() => "GET /api/project_badges/measure"));
});

for (const branch of ["feature/foo#1&2", "release/1.x"]) {
  test(`choosing the branch ${branch} names it in picture and link`, {}, async (visit) => {
    const popup = await visit.openProject();
    await enabled(popup, "Copy Markdown");
    await eventually(() => ifThere(popup, "combobox", "Branch"), (box) => box.evaluate((it) => !it.disabled));
    await choose(popup, "Branch", branch);
    const name = encodeURIComponent(branch);
    await reads(popup, `${BADGES}?branch=${name}&project=`);
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    const copied = await clipboard(popup);
    assert.ok(copied.endsWith(`](https://sonarcloud.io/summary/new_code?id=${PROJECT}&branch=${name})`), copied);
    await byRole(popup, "image", "Quality Gate Status");

    await choose(popup, "Branch", "main");
    await eventually(() => snippet(popup), (text) => !text.includes("branch="));
  });
}

test("a snippet of a branch, pasted, asks the host for that very branch", {}, async (visit) => {
  const popup = await visit.openProject(PROJECT, { branch: "feature/foo#1&2" });
  await enabled(popup, "Copy Markdown");
  await choose(popup, "Format", "Image URL");
  await press(popup, "Copy image URL");
  await announces(popup, "Image URL copied.");
  const url = await clipboard(popup);
  const svg = await visit.page.evaluate(async (it) => (await fetch(it)).text(), url);
  assert.ok(svg.includes("SONARQUBE MEASURE"), svg);
});

test("the image URL alone is copied when it is chosen, and the button says so", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await choose(popup, "Format", "Image URL");
  await press(popup, "Copy image URL");
  await announces(popup, "Image URL copied.");
  assert.equal(await ifThere(popup, "button", "Copy Markdown"), null);
  const token = await visit.standIn.token(PROJECT);
  assert.equal(await clipboard(popup), `${BADGES}?project=${PROJECT}&metric=alert_status&token=${token}`);
  assert.equal(await snippet(popup), `${BADGES}?project=${PROJECT}&metric=alert_status&token=••••••••`);
});

test("a word of success goes once something else is done", {}, async (visit) => {
  const popup = await visit.openProject();
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  await choose(popup, "Badge", "Bugs");
  await announces(popup, "");
});

test("the picture shown is always that of the choice made last, however slow the others are", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  await visit.standIn.fault({ path: "/api/project_badges/measure", kind: "delay", ms: 900, times: 1 });
  await choose(popup, "Badge", "Coverage");
  await choose(popup, "Badge", "Lines of Code");
  assert.match(await drawn(popup, "Lines of Code"), /12k/);
  await eventually(
    () => popup.evaluate(() => performance.getEntriesByType("resource").filter((it) => it.name.includes("/measure")).length),
    (finished) => finished === 3,
  );
  assert.match(await drawn(popup, "Lines of Code"), /12k/);
});

for (const as of ["ada", "bo", null]) {
  const who = as ?? "nobody signed in";
  test(`a public project's Markdown has no token (${who})`, { as }, async (visit) => {
    const popup = await visit.openProject(OPEN);
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    assert.equal(
      await clipboard(popup),
      `[![Quality Gate Status](${BADGES}?project=${OPEN}&metric=alert_status)](https://sonarcloud.io/summary/new_code?id=${OPEN})`,
    );
    await byRole(popup, "image", "Quality Gate Status");
    const all = await words(popup);
    assert.match(all, /Organization\s+acme-payments\n/);
    assert.match(all, /Open Docs\s+Public/);
    assert.match(all, /none needed: this project is public/);
    assert.equal(await alerts(popup), "");
    assert.equal(await ifThere(popup, "button", "Renew token"), null, "the token's card is folded away");
  });
}

test("the token card of a public project opens and closes by its button", {}, async (visit) => {
  const popup = await visit.openProject(OPEN);
  await enabled(popup, "Copy Markdown");
  const fold = await button(popup, "Badge token none needed: this project is public");
  assert.equal(await fold.evaluate((it) => it.ariaExpanded), "false");
  await fold.click();
  await enabled(popup, "Copy token");
  assert.equal(await fold.evaluate((it) => it.ariaExpanded), "true");
  assert.equal(await isEnabled(popup, "Renew token"), true);
  await press(popup, "Copy token");
  await announces(popup, "Token copied.");
  assert.equal(await clipboard(popup), await visit.standIn.token(OPEN));
  await fold.click();
  await eventually(() => ifThere(popup, "button", "Copy token"), (found) => found === null);
});

test("the page of somebody without Administer says what renewing takes", { as: "bo" }, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await reads(popup, "Renewing takes the Administer permission on this project.");
  assert.equal(await isEnabled(popup, "Renew token"), false);
  assert.equal(await alerts(popup), "");
});

test("a project never analysed has its Markdown, and words in place of the picture", {}, async (visit) => {
  const popup = await visit.openProject("acme-payments_fresh");
  await reads(popup, "Nothing to show yet: this was not analysed, or not measured.");
  assert.equal(await ifThere(popup, "image", "Quality Gate Status"), null);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
});
