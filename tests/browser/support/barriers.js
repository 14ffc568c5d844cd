// What keeps people from a screen who see, point or read otherwise.
import { violations } from "./axe.js";
import { cutOff } from "./inspect.js";
import { dress, forceColours } from "./pictures.js";

/** What is wrong with a screen in any of the ways; nothing where all is well. */
export async function barriers(page) {
  const found = {};
  for (const scheme of ["light", "dark"]) {
    await dress(page, scheme);
    found[`axe in ${scheme}`] = await violations(page);
  }
  await page.emulateMediaFeatures([]);
  const end = await forceColours(page);
  found["axe in forced colours"] = await violations(page);
  await end();
  found["too small to hit"] = await small(page);
  return those(found);
}

/** What is wrong with a popup at 200 and 400 %: browsers give it 800 pixels at most. */
export async function barriersZoomed(popup) {
  const found = {};
  for (const [zoom, width] of [[200, 400], [400, 200]]) {
    await popup.setViewport({ width, height: 300 });
    found[`at ${zoom} %`] = [
      ...(await sideways(popup)),
      ...(await cutOff(popup)),
      ...(await violations(popup, ["target-size"])),
    ];
  }
  await popup.setViewport(null);
  return those(found);
}

const those = (found) => Object.fromEntries(Object.entries(found).filter(([, wrong]) => wrong.length > 0));

/** Controls of fewer than 24 pixels in either direction. */
const small = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, select, input, summary, [role=button]")]
      .filter((it) => it.checkVisibility() && it.tabIndex >= 0)
      // Whoever hits a label hits what it is for.
      .map((it) => ({ it, box: (it.closest("label") ?? it).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ it, box }) => `${it.title || it.innerText || it.id}: ${box.width} × ${box.height}`),
  );

const sideways = (page) =>
  page.evaluate(() => (document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} wide`] : []));
