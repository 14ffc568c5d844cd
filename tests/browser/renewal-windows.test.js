// Renewing a badge token in two windows: one renews, the other learns of it.
import assert from "node:assert/strict";
import {
  age,
  arrived,
  isRenewed,
  openReady,
  pressAnew,
  RENEWED,
  serverDid,
  showsTheRealToken,
  spoilRenewal,
} from "./support/renewal.js";
import { scene } from "./support/scene.js";
import { alerts, announces, eventually, press, status } from "./support/screen.js";

const test = scene();

/** The project in two windows, a popup open on each. */
async function twoWindows(visit) {
  const first = await openReady(visit);
  const page = await visit.browser.newPage({ type: "window" });
  await page.goto(visit.page.url());
  visit.page = page;
  const second = await openReady(visit);
  return [first, second];
}

/** Presses Renew in a window that lies behind another. */
const pressBehind = (popup) => popup.$eval("#renew", (it) => it.click());

const ELSEWHERE = "The token has been renewed meanwhile. The new Markdown is ready to copy.";

test("two windows at once: the first renews, the second waits and shows the same token", {}, async (visit) => {
  const [first, second] = await twoWindows(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 500 });
  await pressBehind(first);
  await arrived(visit, 1);
  await press(second, "Renew token");
  await announces(first, RENEWED);
  await isRenewed(visit, second, { says: ELSEWHERE });
  await serverDid(visit, 1);
  const shown = await Promise.all([first, second].map((popup) => popup.$eval("#token", (it) => it.innerText)));
  assert.equal(shown[0], shown[1]);
});

test("two windows in the very same moment: one renews, the other shows the same token", {}, async (visit) => {
  const both = await twoWindows(visit);
  await Promise.all(both.map(pressBehind));
  const said = await Promise.all(
    both.map((popup) =>
      eventually(
        () => status(popup),
        (words) => assert.match(words, /ready to copy\.$/),
      ),
    ),
  );
  assert.deepEqual(said.sort(), [ELSEWHERE, RENEWED].sort());
  await showsTheRealToken(visit, both[1]);
  await serverDid(visit, 1);
});

test("two windows, one after the other: the second learns of the first one's renewal", {}, async (visit) => {
  const [first, second] = await twoWindows(visit);
  await pressBehind(first);
  await announces(first, RENEWED);
  await press(second, "Renew token");
  await isRenewed(visit, second, { says: ELSEWHERE });
  await serverDid(visit, 1);
  await pressAnew(second, "Renew token");
  await isRenewed(visit, second);
  await serverDid(visit, 2);
});

test("the first of two windows is closed in the middle: the second finishes, and posts nothing", {}, async (visit) => {
  const [first, second] = await twoWindows(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 2_000 });
  await pressBehind(first);
  await arrived(visit, 1);
  await press(second, "Renew token");
  await first.close();
  await eventually(
    () => status(second),
    (said) => assert.match(said, /ready to copy\.$/),
  );
  await showsTheRealToken(visit, second);
  await serverDid(visit, 1);
});

test("opened in a second window while the first renews, it waits and then tells", {}, async (visit) => {
  const first = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 1_500 });
  await press(first, "Renew token");
  await arrived(visit, 1);
  const page = await visit.browser.newPage({ type: "window" });
  await page.goto(visit.page.url());
  visit.page = page;
  const second = await visit.click();
  await announces(first, RENEWED);
  await eventually(
    () => age(second),
    (words) => assert.match(words, /^Renewed /),
  );
  await showsTheRealToken(visit, second);
  assert.equal(await alerts(second), "");
  await serverDid(visit, 1);
});
