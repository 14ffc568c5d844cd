// How the dashboard reaches the host: by its tab, by another one, by site
// access, by an access token.
import assert from "node:assert/strict";
import { accessToken, consent, revoke } from "./support/access.js";
import { fill, openListed, rowOf, rows, show, stored } from "./support/dashboard-list.js";
import { clickToolbarButton } from "./support/popup.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, alerts, announces, clipboard, eventually, ifThere, press, reads, status } from "./support/screen.js";

const play = scene();
const PASSPHRASE = "correct horse battery";
const RECORD = "access https://sonarcloud.io";

/** Declares a test, after which no site access is left. */
const test = (name, body) =>
  play(name, {}, async (visit) => {
    try {
      await body(visit);
    } finally {
      await revoke(visit);
    }
  });

/** Copies a project's Markdown, which takes the host's answer. */
async function copy(board) {
  await show(board, "Projects");
  await (await (await rowOf(board, "Payments Service")).$("button")).click();
}

async function copies(visit, board) {
  await copy(board);
  await announces(board, "Markdown copied.");
  assert.ok((await clipboard(board)).includes(await visit.standIn.token(PROJECT)));
}

/** Opens the dashboard, and closes the tab that it came from. */
async function openAlone(visit) {
  const board = await openListed(visit);
  await visit.page.close();
  visit.page = undefined;
  await board.bringToFront();
  return board;
}

test("when its tab is gone that is said, and another one is found by the toolbar button", async (visit) => {
  const board = await openAlone(visit);
  await copy(board);
  await alarms(board, "The tab is closed. Open SonarQube and press Rebadge's toolbar button there, or allow site access.");
  const opened = visit.browser.waitForTarget((target) => target.url().startsWith("https://sonarcloud.io/organizations/acme-payments"));
  await press(board, "Open SonarQube");
  const page = await (await opened).asPage();
  await eventually(() => status(board), (said) => said === "Press Rebadge's toolbar button on the page that has opened, then come back.");
  await page.waitForFunction(() => document.readyState === "complete" && document.body.innerText !== "");
  await (await clickToolbarButton(visit.chromium, page)).close();
  await board.bringToFront();
  await announces(board, "Connected again through that tab.");
  assert.equal(await alerts(board), "");
  await copies(visit, board);
});

test("site access serves without a tab, and is given back in the settings", async (visit) => {
  const board = await openAlone(visit);
  await consent(visit);
  await board.bringToFront();
  await show(board, "Settings");
  await reads(board, "Through the tab this page was opened from");
  await press(board, "Allow site access");
  await announces(board, "Site access is granted: connected.");
  await reads(board, "access is granted for good");
  await copies(visit, board);
  await show(board, "Settings");
  await press(board, "Give site access back");
  await reads(board, "Through the tab this page was opened from");
  assert.equal(await visit.backRoom.evaluate(() => chrome.permissions.contains({ origins: ["https://sonarcloud.io/*"] })), false);
  await copy(board);
  await alarms(board, "Nothing was copied");
});

test("an access token serves without a session; remembered, it opens by its passphrase, until it is forgotten", async (visit) => {
  const token = await accessToken(visit);
  const board = await openAlone(visit);
  await consent(visit);
  await board.bringToFront();
  await show(board, "Settings");
  await fill(board, "textbox", "Access token", token);
  await fill(board, "textbox", "Passphrase, to remember it", PASSPHRASE);
  await press(board, "Use this token");
  await announces(board, "Connected as ada with the access token.");
  await reads(board, "With your personal access token.");
  const fields = () => board.$$eval("input[type=password]", (all) => all.map((it) => it.value).join(""));
  assert.equal(await fields(), "", "nothing is left in the fields");
  await visit.standIn.signEveryoneOut();
  await copies(visit, board);
  const all = JSON.stringify(await stored(visit));
  for (const secret of [token, token.slice(4, 24), PASSPHRASE]) {
    assert.ok(!all.includes(secret), "nothing of it is stored in clear");
    assert.ok(!(await board.content()).includes(secret));
    assert.ok(!JSON.stringify(visit.heard).includes(secret));
  }
  const sealed = (await stored(visit))[RECORD];

  await board.reload();
  await show(board, "Settings");
  await fill(board, "textbox", "Passphrase of the remembered token", `${PASSPHRASE}!`);
  await press(board, "Use the remembered token");
  await alarms(board, "This passphrase does not open the access token. It is still remembered: try again.");
  assert.deepEqual((await stored(visit))[RECORD], sealed);
  await fill(board, "textbox", "Passphrase of the remembered token", PASSPHRASE);
  await press(board, "Use the remembered token");
  await announces(board, "Connected as ada with the access token.");
  await show(board, "Projects");
  await eventually(() => rows(board), (lines) => lines.length === 9);
  await show(board, "Settings");
  await press(board, "Forget the token");
  await announces(board, "The access token is forgotten.");
  await reads(board, "access is granted for good");
  assert.equal((await stored(visit))[RECORD], undefined);
  assert.equal(await ifThere(board, "button", "Forget the token"), null);
  assert.equal(await fields(), "");
});

test("a token that is none, or refused, or a passphrase too short, changes nothing", async (visit) => {
  const board = await openListed(visit);
  await consent(visit);
  await board.bringToFront();
  await show(board, "Settings");
  for (const [token, passphrase, said] of [
    ["two words", "", "This is not an access token. Copy it again as one word."],
    ["", PASSPHRASE, "This is not an access token."],
    ["squ_0123456789abcdef0123456789abcdef01234567", "short", "The passphrase needs 8 characters or more."],
    ["squ_0123456789abcdef0123456789abcdef01234567", PASSPHRASE, "SonarQube refused the access token."],
  ]) {
    await fill(board, "textbox", "Access token", token);
    await fill(board, "textbox", "Passphrase, to remember it", passphrase);
    await press(board, "Use this token");
    await alarms(board, said);
    assert.equal((await stored(visit))[RECORD], undefined, said);
    assert.equal(await board.$$eval("input[type=password]", (all) => all.map((it) => it.value).join("")), "", said);
    assert.equal(await ifThere(board, "button", "Forget the token"), null);
  }
  await copies(visit, board);
});
