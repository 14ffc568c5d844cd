// Names and keys that could do harm: shown as the text that they are.
import assert from "node:assert/strict";
import { scene } from "./support/scene.js";
import {
  announces, choices, clipboard, enabled, entries, eventually, overflow, press, words,
} from "./support/screen.js";

const test = scene();
const ACME = "acme-payments";

const HOSTILE = [
  ["acme-payments_script", "<script>alert(1)</script> [x](y) | \"q\""],
  ["acme-payments_rtl", "\u{5e9}\u{5d9}\u{5e8}\u{5d5}\u{5ea} \u{62e}\u{62f}\u{645}\u{629} \u{202e}gnp.egdab"],
  ["acme-payments_emoji", "\u{1f4b3} Cards \u{1f469}\u{200d}\u{1f4bb}\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}"],
  ["acme-payments_long", "Long name ".repeat(26).slice(0, 255)],
  ["acme:ledger.core_v2-x", "Ledger"],
  [`k${"-0123456789".repeat(36)}abc`, `${"W".repeat(200)}`],
  ["acme-payments_img", "<img src=x onerror=document.title='owned'>&lt;b&gt;&amp;"],
  ["acme-payments_lines", "one\ntwo\tthree\u0000\u0007\u{feff}four"],
];

async function settled(popup) {
  await enabled(popup, "Copy Markdown");
  await eventually(
    () => popup.evaluate(() => document.querySelector("img")?.naturalWidth),
    (width) => width > 0,
  );
}

// The pictures of every state (states.test.js) hold the long one and the one from right to left.
for (const [key, name] of HOSTILE.filter(([key]) => !/_(long|rtl)$/.test(key))) {
  test(`a project called ${JSON.stringify(name.slice(0, 40))} is shown by that very name, and nothing breaks`, {}, async (visit) => {
    await visit.standIn.addProject({ key, name });
    const popup = await visit.openProject(key);
    await settled(popup);
    const shown = await popup.evaluate((wanted) =>
      [...document.querySelectorAll("bdi")].some((it) => it.textContent === wanted && it.childElementCount === 0), name);
    assert.ok(shown, await words(popup));
    const { sideways, main, width, height } = await overflow(popup);
    assert.deepEqual({ sideways, main, width }, { sideways: false, main: 0, width: 400 });
    assert.ok(height <= 600);
    assert.equal(await popup.title(), "Rebadge");
    assert.equal(await popup.evaluate(() => document.querySelectorAll("body script, iframe, main img").length), 1);
    await press(popup, "Copy organization key");
    await announces(popup, "Organization key copied.");
    assert.equal(await clipboard(popup), ACME);
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    const token = await visit.standIn.token(key);
    const id = encodeURIComponent(key);
    assert.equal(
      await clipboard(popup),
      `[![Quality Gate Status](https://sonarcloud.io/api/project_badges/measure?project=${id}&metric=alert_status&token=${token})](https://sonarcloud.io/summary/new_code?id=${id})`,
    );
    assert.deepEqual(visit.heard, []);
  });
}

test("hostile names stay in their rows of the list", {}, async (visit) => {
  for (const [key, name] of HOSTILE) await visit.standIn.addProject({ key, name });
  const popup = await visit.open("/organizations/acme-payments/projects");
  await eventually(() => entries(popup), (names) => HOSTILE.every(([, name]) => names.includes(name)));
  const { sideways } = await overflow(popup);
  assert.equal(sideways, false);
  const wide = await popup.evaluate(() =>
    [...document.querySelectorAll("li")].filter((it) => it.scrollWidth > it.clientWidth || it.clientHeight > 60).length);
  assert.equal(wide, 0, "every row keeps its size");
  assert.equal(await popup.evaluate(() => document.querySelectorAll("li script, li img").length), 0);
});

test("the chip is beside the name however long that is", {}, async (visit) => {
  const popup = await visit.openProject("acme-payments_long");
  await settled(popup);
  const apart = await popup.evaluate(() => {
    const chip = [...document.querySelectorAll("main span")].find((it) => it.textContent === "Private" && it.checkVisibility());
    const button = document.querySelector("main [title='Copy project key']");
    return button.getBoundingClientRect().left - chip.getBoundingClientRect().right;
  });
  assert.ok(apart >= 0, `${apart} px`);
});

test("branches with hostile names are offered as text and named right in the URL", {}, async (visit) => {
  const names = ["main", "<b>bold</b>", "a?b=c&d#e/f%2Fg h+i", "\u{5e9}\u{5d9}\u{5e8}", "B".repeat(250)];
  const key = "acme-payments_branches";
  await visit.standIn.addProject({ key, branches: names.map((name) => ({ name, type: "LONG" })) });
  for (const name of names.slice(1, 4)) {
    const popup = await visit.openProject(key, { branch: name });
    await settled(popup);
    assert.deepEqual((await choices(popup, "Branch")).toSorted(), names.toSorted());
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    const url = new URL(/\((https[^)]*)\)\]/.exec(await clipboard(popup))[1]);
    assert.equal(url.searchParams.get("branch"), name);
    assert.deepEqual((await overflow(popup)).sideways, false);
    await popup.close();
  }
});

test("an organization's hostile key cannot become markup or another page", {}, async (visit) => {
  const body = JSON.stringify({
    key: "acme-payments_fresh", name: "X", visibility: "private", organization: "<img src=x onerror=alert(1)>",
  });
  await visit.standIn.fault({ path: "/api/navigation/component", kind: "status", status: 200, body });
  const popup = await visit.openProject("acme-payments_fresh");
  await enabled(popup, "Copy Markdown");
  const images = await popup.$$eval("main img", (all) => all.map((it) => it.src));
  assert.deepEqual(images.filter((src) => !src.startsWith("data:image/svg+xml")), []);
  assert.deepEqual(visit.heard, []);
});

test("a token that is no word is not written into the Markdown", {}, async (visit) => {
  for (const token of ["a)](https://evil.example/", "a b", "", "x\ny"]) {
    await visit.standIn.fault({ path: "/api/project_badges/token", kind: "status", status: 200, body: JSON.stringify({ token }), times: 1 });
    const popup = await visit.openProject();
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    assert.doesNotMatch(await clipboard(popup), /evil\.example\/|a b|\n/);
    await popup.close();
  }
});
