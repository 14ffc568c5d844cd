// A rotation run whose way to the host is lost in the middle: the tab goes, or
// the access. It pauses, says so, and goes on once there is a way again.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { consent, revoke } from "./support/access.js";
import { clickToolbarButton } from "./support/popup.js";
import { scene } from "./support/scene.js";
import { alerts, announces, eventually, press } from "./support/screen.js";
import { agrees, begin, counted, openRota, reaches, RENEW, renewedMany } from "./support/rotation.js";

const test = scene();

const slow = (visit) => visit.standIn.fault({ path: RENEW, kind: "delay", ms: 80 });

/** Checks that the run rests, says why, and that nothing more is sent. */
async function rests(visit, page, why) {
  await page.bringToFront();
  await reaches(page, "Rotation paused");
  await eventually(
    () => alerts(page),
    (said) => assert.equal(said, `The rotation rests. ${why} Open SonarQube and press Rebadge's toolbar button there, or allow site access.`),
  );
  await pause(300);
  const sent = await counted(visit, `POST ${RENEW}`);
  await pause(500);
  assert.equal(await counted(visit, `POST ${RENEW}`), sent);
  assert.ok(sent < 60, `${sent} were sent`);
}

for (const [name, leave, why] of [
  ["is closed", async (visit) => visit.page.close(), "The tab is closed."],
  ["goes to another site", async (visit) => visit.page.goto("https://other.example/").catch(() => {}), "The tab shows another page now."],
]) {
  test(`the tab ${name} in the middle: the run rests, and goes on through another one`, {}, async (visit) => {
    const page = await openRota(visit, 60);
    await slow(visit);
    await begin(page, 60);
    await renewedMany(visit, 15);
    await leave(visit);
    await rests(visit, page, why);
    const opened = visit.browser.waitForTarget((target) => target.url() === "https://sonarcloud.io/organizations/rota/projects");
    await press(page, "Open SonarQube");
    const tab = await (await opened).page();
    await tab.waitForSelector("main");
    const popup = await clickToolbarButton(visit.chromium, tab);
    await popup.close();
    await page.bringToFront();
    await announces(page, "Connected again through that tab.");
    await press(page, "Go on");
    await reaches(page, "Rotation finished");
    await agrees(visit, page, 60, { doubts: 8 });
  });
}

test("site access is taken back in the middle: the run rests, and goes on when it is granted again", {}, async (visit) => {
  await revoke(visit);
  const page = await openRota(visit, 60);
  await press(page, "Settings");
  await consent(visit);
  await page.bringToFront();
  await press(page, "Allow site access");
  await announces(page, "Site access is granted: connected.");
  // The grant alone is the way now.
  await visit.page.close();
  await press(page, "Projects");
  await slow(visit);
  await begin(page, 60);
  await renewedMany(visit, 15);
  await revoke(visit);
  await rests(visit, page, "Access to the site was taken back.");
  await consent(visit);
  await page.bringToFront();
  await press(page, "Allow site access");
  await announces(page, "Site access is granted: connected.");
  await press(page, "Go on");
  await reaches(page, "Rotation finished");
  await agrees(visit, page, 60, { doubts: 8 });
  await revoke(visit);
});
