// On a phone, as in Firefox for Android, the popup is a page of the whole width,
// and a finger hovers over nothing.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import { blemishes } from "./support/inspect.js";
import { enabled, eventually } from "./support/screen.js";

const test = scene();

for (const [width, height] of [
  [360, 740],
  [412, 800],
  [800, 1_200],
]) {
  test(`the popup as a page of ${width} pixels has its whole width, and nothing waits for a pointer above it`, {}, async (visit) => {
    await visit.go(`/project/overview?id=${PROJECT}`);
    const popup = await visit.browser.newPage();
    await popup.setViewport({ width, height, isMobile: true, hasTouch: true });
    await popup.goto(`${visit.origin}/popup.html`);
    await eventually(
      () => popup.evaluate(() => [innerWidth, document.body.getBoundingClientRect().width]),
      (found) => assert.deepEqual(found, [width, width]),
    );
    const { "scrolls sideways": sideways } = await blemishes(popup, { mayScroll: true });
    assert.equal(sideways, undefined);
    const hidden = await popup.evaluate(() =>
      [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => /:hover/.test(rule.selectorText) && /display|visibility|opacity/.test(rule.style.cssText))
        .map((rule) => rule.selectorText));
    assert.deepEqual(hidden, [], "no control is there for hovering only");
  });
}

test("with a mouse it stays as narrow as a popup", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  assert.equal(await popup.evaluate(() => document.body.getBoundingClientRect().width), 400);
});
