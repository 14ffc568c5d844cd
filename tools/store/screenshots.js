// Makes the pictures of the stores' listings, 1280 × 800, with the extension that
// is in dist/chromium and the stand-in for SonarQube Cloud: `./build.sh screenshots`.
import { startBrowser, stopBrowser } from "../../tests/browser/support/browser.js";
import { byRole, enabled, press, reads } from "../../tests/browser/support/screen.js";
import { StandIn } from "../../tests/browser/support/stand-in.js";
import { Photographer } from "./photographer.js";

const standIn = await StandIn.start();
const chromium = await startBrowser(standIn, { args: ["--hide-scrollbars"] });
try {
  await takeAll(new Photographer(chromium, standIn));
} finally {
  await stopBrowser(chromium.browser);
  standIn.stop();
}

async function takeAll(by) {
  await by.prepare();
  await by.takePopup("1-badge-light", "light", theBadge);
  await by.takeDashboard("2-organization-light", "light", theList);
  await by.takePopup("4-renewed-dark", "dark", theRenewal);
  await by.takePopup("3-all-badges-light", "light", allBadges);
  await by.takeDashboard("5-rotation-dark", "dark", theRotation);
}

async function theBadge(popup) {
  await byRole(popup, "image", "Quality Gate Status");
  await enabled(popup, "Copy Markdown");
}

async function allBadges(popup) {
  await theBadge(popup);
  await press(popup, "All badges");
  for (const name of ["Coverage", "Bugs"]) {
    const box = await popup.waitForSelector(`::-p-xpath(//li[.//b[text()="${name}"]]//input)`);
    await box.click();
  }
  // Those in view; the others come when they do.
  await popup.waitForFunction(() => [...document.querySelectorAll("#badge-rows img")].filter((it) => it.naturalWidth > 0).length >= 4);
}

async function theRenewal(popup) {
  await theBadge(popup);
  await press(popup, "Renew token");
  await reads(popup, "Token renewed. The new Markdown is ready to copy.");
}

async function theList(board) {
  await reads(board, "Rotate 5 due");
}

// One was renewed in the picture before.
async function theRotation(board) {
  // Slow enough to be seen at work.
  await standIn.fault({ path: "/api/project_badges/renew_token", kind: "delay", ms: 4_000, skip: 2 });
  await press(board, "Rotate 4 due");
  await press(board, "Renew 4 tokens");
  await board.waitForFunction(() => /Renewing…/.test(document.body.innerText) && /Renewed/.test(document.querySelector("#rows").innerText));
}
