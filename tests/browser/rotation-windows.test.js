// Two windows that want the same rotation run: one is at it, the other says so,
// and takes it over once the first is gone.
import assert from "node:assert/strict";
import { scene } from "./support/scene.js";
import { announces, eventually, press } from "./support/screen.js";
import { agrees, begin, openRota, plan, reaches, RENEW, renewedMany, reopen, run } from "./support/rotation.js";

const test = scene();

/** Makes every renewal take so long that there is a middle. */
const slow = (visit, ms) => visit.standIn.fault({ path: RENEW, kind: "delay", ms });

test("two dashboards: one runs, the other says so, and takes over once the first is gone", { timeout: 90_000 }, async (visit) => {
  const first = await openRota(visit, 60);
  const second = await reopen(visit);
  await slow(visit, 250);
  await plan(second, 60);
  await first.bringToFront();
  await plan(first, 60);
  // In the same moment, without bringing either to the front.
  await Promise.all([first, second].map((page) => page.$eval("#plan-confirm", (it) => it.click())));
  await renewedMany(visit, 10);
  const titles = [];
  for (const page of [first, second]) {
    // Nothing is drawn in a window behind another.
    await page.bringToFront();
    titles.push((await eventually(() => run(page), (said) => said !== null && said.title !== "Rotation begins…")).title);
  }
  assert.deepEqual(titles.toSorted(), ["Another window is rotating these tokens", "Rotating"]);
  const [runs, waits] = titles[0] === "Rotating" ? [first, second] : [second, first];
  await waits.bringToFront();
  await press(waits, "Try again");
  await reaches(waits, "Another window is rotating these tokens");
  // One that is opened now says it at once.
  const third = await reopen(visit);
  await reaches(third, "Another window is rotating these tokens");
  await runs.close();
  // And it sees by itself that nobody is at it any more.
  await third.bringToFront();
  await reaches(third, "Rotation interrupted");
  await third.close();
  await waits.bringToFront();
  await press(waits, "Try again");
  await reaches(waits, "Rotation finished");
  await agrees(visit, waits, 60, { doubts: 8 });
});

test("whoever asks after the other window has finished is told so, and renews nothing", {}, async (visit) => {
  const first = await openRota(visit, 20);
  const second = await reopen(visit);
  await plan(second, 20);
  await slow(visit, 400);
  await first.bringToFront();
  await begin(first, 20);
  await renewedMany(visit, 4);
  await second.$eval("#plan-confirm", (it) => it.click());
  await second.bringToFront();
  await reaches(second, "Another window is rotating these tokens");
  await first.bringToFront();
  await reaches(first, "Rotation finished");
  await second.bringToFront();
  await press(second, "Try again");
  await announces(second, "That rotation has come to its end in another window.");
  await first.bringToFront();
  await agrees(visit, first, 20);
});
