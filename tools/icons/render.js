// Renders the PNGs of extension/icons from the drawings beside this file. Run
// by hand when a drawing changes: REBADGE_CHROMIUM=… node tools/icons/render.js
import { readFileSync } from "node:fs";
import { getuid } from "node:process";
import puppeteer from "puppeteer-core";

const DRAWINGS = { "icon-small.svg": [16, 24, 32], "icon.svg": [48, 128] };

const browser = await puppeteer.launch({
  executablePath: process.env.REBADGE_CHROMIUM ?? "/usr/bin/chromium",
  // Chromium refuses to build its sandbox for root, as in a container.
  args: getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage();
  for (const [drawing, sizes] of Object.entries(DRAWINGS)) {
    const svg = readFileSync(new URL(drawing, import.meta.url), "utf8");
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>* { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
      await page.screenshot({ path: `extension/icons/icon-${size}.png`, omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
