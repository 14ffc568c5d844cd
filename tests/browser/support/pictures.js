// Pictures of the popup, in light and dark.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { BROWSER } from "./browser.js";

const SCREENS = fileURLToPath(new URL("../../../dist/tests/screens/", import.meta.url));

/** Takes NAME.light.png and NAME.dark.png of a page. */
export async function picture(page, name) {
  await mkdir(SCREENS, { recursive: true });
  for (const scheme of ["light", "dark"]) {
    await dress(page, scheme);
    await page.screenshot({ path: `${SCREENS}${name}.${scheme}.png` });
  }
  await page.emulateMediaFeatures([]);
}

/** Shows a page in the few colours of somebody's own choice, and without motion. */
export async function forceColours(page) {
  const features = [{ name: "forced-colors", value: "active" }, { name: "prefers-reduced-motion", value: "reduce" }];
  if (BROWSER === "firefox") return page.emulateMediaFeatures(features);
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features });
}

/** Shows a page in light or dark. */
export const dress = (page, scheme) =>
  page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
