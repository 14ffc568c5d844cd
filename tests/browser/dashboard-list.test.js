// The list of all projects of an organization: what comes first, what is found
// in it, and what is copied from it.
import assert from "node:assert/strict";
import { isListed } from "./support/dashboard.js";
import {
  asked, count, counts, names, openDashboard, openListed, rowOf, rows, stored,
} from "./support/dashboard-list.js";
import { ACME, carries, renewed, roster, write } from "./support/due.js";
import { signIn } from "./support/people.js";
import { PROJECT, scene } from "./support/scene.js";
import {
  alarms, alerts, announces, button, byRole, clipboard, enabled, eventually, press, reads, words,
} from "./support/screen.js";
import { same } from "./support/same.js";

const test = scene();
const LEDGER = "acme:ledger.core_v2-x";

test("what is due stands first, ages are in words, and the icon carries the number", {}, async (visit) => {
  await write(visit.backRoom, {
    [`roster ${ACME}`]: roster([PROJECT, "acme-payments_open-docs", "acme-payments_emoji"], 61),
    [`ledger https://sonarcloud.io ${LEDGER}`]: renewed(75),
    "ledger https://sonarcloud.io acme-payments_checkout-ui": renewed(55),
    "ledger https://sonarcloud.io acme-payments_fresh": renewed(1),
  });
  const board = await openListed(visit);
  const found = await rows(board);
  assert.deepEqual(
    found.slice(0, 5).map(({ name, age, state }) => `${name}: ${age}: ${state}`),
    [
      "Ledger: 75 days: Due",
      "Payments Service: 61 days or more: Due",
      "💳 Cards 👩‍💻🏳️‍🌈: 61 days or more: Due",
      "Checkout UI: 55 days: Due soon",
      "Fresh: 1 day: ",
    ],
  );
  const docs = found.at(-1);
  assert.deepEqual([docs.name, docs.visibility, docs.age, docs.state], ["Open Docs", "Public", "no token needed", ""]);
  assert.match(found[0].renewed, /^\d{4}-\d\d-\d\d$/);
  await reads(board, "3 tokens older than 60 days");
  await reads(board, "8 private");
  await enabled(board, "Rotate 3 due");
  await carries(visit.backRoom, "3");
});

test("a click on a column's head sorts by it, another one the other way round", {}, async (visit) => {
  await write(visit.backRoom, {
    [`ledger https://sonarcloud.io ${LEDGER}`]: renewed(75),
    "ledger https://sonarcloud.io acme-payments_fresh": renewed(1),
  });
  const board = await openListed(visit);
  const sorted = () =>
    board.$$eval("[role=columnheader][aria-sort]", (all) => all.map((it) => `${it.innerText.trim()} ${it.ariaSort}`));
  assert.deepEqual(await sorted(), ["State ascending"]);
  for (const [column, first, last] of [
    ["Project", "<script>", "💳 Cards"],
    ["Visibility", "<script>", "Open Docs"],
    ["Last analysis", "", "Fresh"],
    ["Token age", "Ledger", "Open Docs"],
    ["Last renewal", "Fresh", "💳 Cards"],
    ["State", "Ledger", "Open Docs"],
  ]) {
    await press(board, column);
    await eventually(sorted, (said) => said.join() === `${column} ascending`);
    const up = await names(board);
    assert.ok(up[0].startsWith(first) && up.at(-1).startsWith(last), `${column}: ${up.join(" | ")}`);
    await press(board, column);
    await eventually(sorted, (said) => said.join() === `${column} descending`);
    assert.deepEqual(await names(board), up.toReversed());
  }
});

test("filter and switches show what is asked for, and say when that is nothing", {}, async (visit) => {
  await write(visit.backRoom, { [`roster ${ACME}`]: roster([PROJECT, LEDGER], 61) });
  await visit.standIn.addProject({ key: "globex_x", name: "Foreign", organization: "globex" });
  const board = await openListed(visit);
  const box = await byRole(board, "searchbox", "Filter by name or key");
  await box.type("CORE_V2");
  await eventually(() => names(board), (shown) => shown.join() === "Ledger");
  await announces(board, "Matches: 1");
  await board.keyboard.type("zzz");
  await reads(board, "Nothing matches the filter.");
  await announces(board, "Matches: 0");
  await box.evaluate((it) => it.select());
  await board.keyboard.press("Backspace");
  await counts(board, 9);
  for (const [chip, shown] of [["Private", 8], ["Due", 2], ["Not mine to renew", 0]]) {
    await press(board, chip);
    await counts(board, shown);
    assert.equal(await (await button(board, chip)).evaluate((it) => it.ariaPressed), "true");
    await press(board, chip);
    await counts(board, 9);
  }
});

test("who administers nothing sees what is not theirs to renew", { as: "bo" }, async (visit) => {
  const board = await openListed(visit);
  await press(board, "Not mine to renew");
  await counts(board, 9);
  await reads(board, "Needs Administer");
});

test("looking reads no token; Copy reads one then, once, and it is the right one", {}, async (visit) => {
  const board = await openListed(visit);
  await press(board, "Token age");
  assert.equal(await asked(visit, "project_badges/token"), 0);
  const copy = async (name) => {
    const row = await rowOf(board, name);
    const before = await clipboard(board);
    await (await row.$("button")).click();
    await announces(board, "Markdown copied.");
    return eventually(() => clipboard(board), (now) => now !== before);
  };
  const text = await copy("Payments Service");
  const token = await visit.standIn.token(PROJECT);
  const image = `https://sonarcloud.io/api/project_badges/measure?project=${PROJECT}&metric=alert_status&token=${token}`;
  same(text, `[![Quality Gate Status](${image})](https://sonarcloud.io/summary/new_code?id=${PROJECT})`);
  assert.equal(await asked(visit, "project_badges/token"), 1);
  assert.ok(!(await copy("Open Docs")).includes("token="), "a public one needs none");
  assert.equal(await asked(visit, "project_badges/token"), 1);
  assert.ok(!JSON.stringify(await stored(visit)).includes(token));
  assert.ok(!(await board.content()).includes(token));
});

test("a token that may not be read is told, and nothing is copied", {}, async (visit) => {
  const board = await openListed(visit);
  await press(board, "Copy organization key");
  await announces(board, "Organization key copied.");
  await visit.standIn.fault({ path: "/api/project_badges/token", kind: "status", status: 403 });
  await (await (await rowOf(board, "Ledger")).$("button")).click();
  await alarms(board, "Nothing was copied: the token could not be read.");
  assert.equal(await clipboard(board), "acme-payments");
});

test("who is not signed in is told so, and led to the form", { as: null }, async (visit) => {
  const board = await openDashboard(visit);
  await alarms(board, "You are not signed in to SonarQube.");
  await reads(board, "Sign in there, then come back.");
  await enabled(board, "Sign in");
  assert.doesNotMatch(await words(board), /has no projects/);
});

test("an organization without projects says so", {}, async (visit) => {
  const board = await openListed(visit, "/organizations/initech/projects");
  await reads(board, "This organization has no projects that you may see.");
  await press(board, "Copy organization key");
  await announces(board, "Organization key copied.");
  assert.equal(await clipboard(board), "initech");
});

test("what is listed while nobody is signed in forgets nothing, and signing in brings the rest", { as: null }, async (visit) => {
  await write(visit.backRoom, { [`roster ${ACME}`]: roster([PROJECT, LEDGER], 61) });
  const board = await openDashboard(visit);
  await alarms(board, "You are not signed in to SonarQube.");
  await isListed(board);
  assert.equal(await count(board), 1, "the public one");
  const forgets = async () => {
    const kept = (await stored(visit))[`roster ${ACME}`].entries.map(([key]) => key);
    return [PROJECT, LEDGER].filter((key) => !kept.includes(key));
  };
  assert.deepEqual(await forgets(), []);
  await signIn(visit.browser, visit.standIn, "ada");
  await press(board, "Try again");
  await counts(board, 9);
  await enabled(board, "Rotate 2 due");
  assert.deepEqual(await forgets(), []);
  assert.equal(await alerts(board), "");
});
