// Where a browser saves files, as a test wants it.
import { BROWSER } from "./browser.js";

/** Has files saved into a folder; answers what ends that. */
export async function saveInto(browser, folder) {
  if (BROWSER === "firefox") {
    await browser.saveInto(folder);
    return () => {};
  }
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  return () => session.detach();
}
