// Larger, mirrored, in colours of the system's own, and without motion.
import assert from "node:assert/strict";
import { cutOff } from "./support/inspect.js";
import { forceColours, picture } from "./support/pictures.js";
import { at, listed, project } from "./support/ready.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, overflow } from "./support/screen.js";

const test = scene();

for (const [name, address, ready] of [
  ["project", at(PROJECT), project],
  ["organization", "/organizations/acme-payments/projects", listed(9)],
  ["not-sonar", "https://other.example/", (popup) => alarms(popup, "This is not")],
]) {
  test(`at 200 % ${name} can be read by scrolling down, never sideways`, {}, async (visit) => {
    const popup = await visit.open(address);
    await ready(popup);
    await popup.evaluate(() => {
      document.documentElement.style.zoom = "2";
    });
    await picture(popup, `zoom-${name}`);
    const { hidden, wide } = await popup.evaluate(() => {
      const outside = [...document.querySelectorAll("button, select, input")].filter((it) => {
        if (!it.checkVisibility()) return false;
        it.scrollIntoView({ block: "center" });
        const box = it.getBoundingClientRect();
        return box.bottom <= 0 || box.top >= innerHeight || box.right > innerWidth + 1 || box.left < 0;
      });
      return { hidden: outside.map((it) => it.title || it.innerText || it.id), wide: document.documentElement.scrollWidth > innerWidth };
    });
    assert.deepEqual({ hidden, wide }, { hidden: [], wide: false });
  });

  test(`from right to left ${name} is mirrored, and keys and addresses are not`, {}, async (visit) => {
    const popup = await visit.open(address);
    await ready(popup);
    await popup.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    await picture(popup, `rtl-${name}`);
    assert.equal((await overflow(popup)).sideways, false);
    assert.deepEqual(await cutOff(popup), []);
    const mirrored = await popup.evaluate(() =>
      [...document.querySelectorAll("main span, main div, pre")]
        .filter((it) => it.checkVisibility() && it.childElementCount === 0 && /^(acme|\[!\[|https?:|••|sonar\.)/.test(it.innerText))
        .filter((it) => getComputedStyle(it).direction !== "ltr")
        .map((it) => it.innerText.slice(0, 30)));
    assert.deepEqual(mirrored, []);
  });
}

test("with forced colours every control can still be told from its surroundings", {}, async (visit) => {
  const popup = await visit.openProject();
  await project(popup);
  await forceColours(popup);
  await picture(popup, "forced-colors");
  const bare = await popup.$$eval("main button, main select", (all) =>
    all.filter((it) => it.checkVisibility() && Number.parseFloat(getComputedStyle(it).borderTopWidth) === 0).map((it) => it.innerText || it.title));
  assert.deepEqual(bare, []);
});

test("who wants less motion gets none", {}, async (visit) => {
  const popup = await visit.openProject();
  await project(popup);
  await popup.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  const moving = await popup.$$eval("body *", (all) =>
    all.filter((it) => getComputedStyle(it).animationName !== "none").map((it) => it.className));
  assert.deepEqual(moving, []);
});
