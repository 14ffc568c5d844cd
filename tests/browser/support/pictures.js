// Pictures of the popup, in light and dark.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

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

/** Shows a page in light or dark. */
export const dress = (page, scheme) =>
  page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
