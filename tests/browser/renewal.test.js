// Renewing a badge token, as long as the host answers: once a click, whatever
// the person does with mouse, keyboard and popup meanwhile.
import assert from "node:assert/strict";
import {
  age,
  aMoment,
  isRenewed,
  markdown,
  openReady,
  posts,
  RENEWED,
  reopen,
  serverDid,
  shownFor,
  showsTheRealToken,
  spoilRenewal,
} from "./support/renewal.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, announces, clipboard, enabled, eventually, focused, isEnabled, press, status } from "./support/screen.js";

const test = scene();

test("a click renews exactly once, and the new Markdown can be copied", {}, async (visit) => {
  const popup = await openReady(visit);
  const old = await visit.standIn.token(PROJECT);
  assert.equal(await age(popup), "First seen now");
  assert.match(await shownFor(visit, old), /passed/);

  await press(popup, "Renew token");

  const token = await isRenewed(visit, popup);
  assert.notEqual(token, old);
  assert.equal(await age(popup), "Renewed now");
  assert.match(await shownFor(visit, old), /Project not found/);
  assert.match(await shownFor(visit, token), /passed/);
  await serverDid(visit, 1);
  assert.deepEqual(visit.heard, []);
});

test("the masked token and the picture follow the new token", {}, async (visit) => {
  const popup = await openReady(visit);
  await popup.waitForSelector("#pictures img");
  const before = (await visit.standIn.requests()).length;
  await press(popup, "Renew token");
  await announces(popup, RENEWED);
  await popup.waitForSelector("#pictures img");
  const [post, read, ...others] = (await visit.standIn.requests()).slice(before);
  assert.deepEqual([post, read], ["POST /api/project_badges/renew_token", "GET /api/project_badges/token"]);
  // Side by side: the picture, and who did it, for the record.
  assert.deepEqual(others.toSorted(), ["GET /api/project_badges/measure", "GET /api/users/current"]);
  await showsTheRealToken(visit, popup);
});

test("while it renews it says so, and cannot be pressed again", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 700 });
  await press(popup, "Renew token");
  await announces(popup, "Renewing the token…");
  assert.equal(await isEnabled(popup, "Renew token"), false);
  assert.equal(await focused(popup), "Renew token", "the keyboard keeps its place");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
  await enabled(popup, "Renew token");
});

test("a second click, later, is a second renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  await press(popup, "Renew token");
  const first = await isRenewed(visit, popup);
  // Somebody may be as quick as the button can be pressed again.
  await press(popup, "Renew token");
  const second = await isRenewed(visit, popup);
  assert.notEqual(second, first);
  await serverDid(visit, 2);
});

for (const [clicks, name] of [
  [2, "double"],
  [3, "triple"],
]) {
  test(`a ${name} click is one renewal`, {}, async (visit) => {
    const popup = await openReady(visit);
    const renew = await enabled(popup, "Renew token");
    await renew.click({ count: clicks });
    await isRenewed(visit, popup);
    await serverDid(visit, 1);
  });

  test(`a ${name} click is one renewal when the first click is done before the last`, {}, async (visit) => {
    const popup = await openReady(visit);
    await slowClicks(popup, await enabled(popup, "Renew token"), clicks);
    // Whatever a further click began would have been asked by now.
    await showsTheRealToken(visit, popup);
    await serverDid(visit, 1);
  });
}

test("the slowest double click is one renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  await slowClicks(popup, await enabled(popup, "Renew token"), 2, () => aMoment());
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

test("the slowest double click on Try again is one renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "drop" });
  await press(popup, "Renew token");
  const again = await enabled(popup, "Try again");
  await aMoment();
  await slowClicks(popup, again, 2, () => aMoment());
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1, 2);
});

/** Clicks of one multiple click, each but the first once the renewal is done. */
async function slowClicks(popup, button, clicks, between = () => {}) {
  const { x, y } = await button.clickablePoint();
  await popup.mouse.move(x, y);
  for (let clickCount = 1; clickCount <= clicks; clickCount += 1) {
    await popup.mouse.down({ clickCount });
    await popup.mouse.up({ clickCount });
    await announces(popup, RENEWED);
    await between();
  }
}

test("a key that is pressed again right after the outcome came does not try again", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 400 });
  await (await enabled(popup, "Renew token")).focus();
  // Nobody can have read it by then: the page itself presses once more, as soon as
  // the button is there.
  await popup.evaluate(() => {
    const again = () => [...document.querySelectorAll("button")].find((it) => it.innerText === "Try again" && it.checkVisibility());
    const watch = new MutationObserver(() => {
      if (!again()) return;
      watch.disconnect();
      again().click();
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await popup.keyboard.press("Enter");
  await alarms(popup, "Not renewed.");
  assert.equal(await focused(popup), "Try again");
  await aMoment();
  assert.equal(await posts(visit), 1);
});

test("who may not renew keeps the keyboard's place", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 403 });
  await (await enabled(popup, "Renew token")).focus();
  await popup.keyboard.press("Enter");
  await alarms(popup, "Not renewed.");
  await aMoment();
  assert.equal(await focused(popup), "Renew token");
});

test("Enter on the button renews once, and puts the focus on Copy", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  await popup.keyboard.press("Enter");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("Space on the button renews once", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  await popup.keyboard.press("Space");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("the keyboard alone gets from opening to renewing to copying", {}, async (visit) => {
  const popup = await openReady(visit);
  assert.equal(await focused(popup), "Copy Markdown");
  for (let steps = 0; (await focused(popup)) !== "Renew token"; steps += 1) {
    assert.ok(steps < 10, "Renew token is few Tabs away");
    await popup.keyboard.press("Tab");
  }
  await popup.keyboard.press("Enter");
  await announces(popup, RENEWED);
  await popup.keyboard.press("Enter");
  await announces(popup, "Markdown copied.");
  assert.equal(await clipboard(popup), markdown(await visit.standIn.token(PROJECT)));
  await serverDid(visit, 1);
});

test("Enter that is held down renews once", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  for (let repeats = 0; repeats < 30; repeats += 1) await popup.keyboard.down("Enter");
  await popup.keyboard.up("Enter");
  await eventually(
    () => age(popup),
    (said) => assert.match(said, /^Renewed /),
  );
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

test("Enter and a click at once are one renewal", {}, async (visit) => {
  const popup = await openReady(visit);
  const renew = await enabled(popup, "Renew token");
  await renew.focus();
  await spoilRenewal(visit, { kind: "delay", ms: 300 });
  await Promise.all([popup.keyboard.press("Enter"), renew.click()]);
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("Enter elsewhere copies, and never renews", {}, async (visit) => {
  const popup = await openReady(visit);
  await popup.evaluate(() => document.activeElement.blur());
  await popup.keyboard.press("Enter");
  await announces(popup, "Markdown copied.");
  assert.equal(await posts(visit), 0);
});

test("opening the popup renews nothing, however often", {}, async (visit) => {
  await openReady(visit);
  for (let times = 0; times < 3; times += 1) {
    await visit.popup.close();
    await reopen(visit);
  }
  assert.equal(await status(visit.popup), "");
  assert.equal(await posts(visit), 0);
});
