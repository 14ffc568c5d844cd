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

/** Shows a page in the few colours of somebody's own choice, and without motion; answers what ends that. */
export async function forceColours(page) {
  const session = BROWSER === "firefox" ? undefined : await page.createCDPSession();
  const emulate = (features) =>
    session ? session.send("Emulation.setEmulatedMedia", { features }) : page.emulateMediaFeatures(features);
  await emulate([{ name: "forced-colors", value: "active" }, { name: "prefers-reduced-motion", value: "reduce" }]);
  return async () => {
    await emulate(session ? [] : [{ name: "forced-colors", value: "none" }]);
    await session?.detach();
  };
}

/** Shows a page in light or dark. */
export const dress = (page, scheme) =>
  page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
