// The badge of an analysed private project of a real server, beside what the
// product's own page offers for it. The server is behind the façade, as Cloud.
import assert from "node:assert/strict";
import { atTheForm, fillIn } from "../browser/support/form.js";
import { same } from "../browser/support/same.js";
import { PROJECT } from "../browser/support/scene.js";
import {
  announces, byRole, choose, clipboard, press, words,
} from "../browser/support/screen.js";
import { openReady } from "../browser/support/renewal.js";
import { imageUrl, information, metrics, parts, pictures, snippet } from "./support/product.js";
import { realScene } from "./support/scene.js";

const test = realScene();

/** Copies by a button; answers what is on the clipboard. */
async function copied(popup, button, words) {
  await press(popup, button);
  await announces(popup, words);
  return clipboard(popup);
}

/** Who looks for the addresses of a metric's badge. */
const metricOf = (image) => new URL(image).searchParams.get("metric");

test("ada signs in by the product's form, is led to her project, and finds its badge", { as: null }, async (visit) => {
  await visit.go(`/dashboard?id=${PROJECT}`);
  await atTheForm(visit.page);
  await fillIn(visit.page, "ada", visit.standIn.server.password("ada"));
  const back = new URL(visit.page.url());
  assert.deepEqual([back.pathname, back.searchParams.get("id")], ["/dashboard", PROJECT]);

  const popup = await visit.click();
  await byRole(popup, "image", "Quality Gate Status");
  assert.match(await words(popup), /Organization\s+acme-payments\s+Project\s+Payments Service\s+Private/);
  assert.equal(await copied(popup, "Copy organization key", "Organization key copied."), "acme-payments");
  assert.equal(await copied(popup, "Copy project key", "Project key copied."), PROJECT);
  assert.deepEqual(visit.heard, []);
});

test("our Markdown is the product's own", {}, async (visit) => {
  const page = await information(visit, PROJECT);
  const own = parts(await snippet(page));
  const popup = await visit.click();
  const ours = parts(await copied(popup, "Copy Markdown", "Markdown copied."));

  same(ours.image, own.image);
  const [shown] = await pictures(page);
  assert.ok(shown.startsWith(`${ours.image}&`), "the picture on the page has the same address");
  // Server writes a label as a sentence, Cloud as a title.
  assert.equal(own.label, "Quality gate status");
  assert.equal(ours.label, "Quality Gate Status");
  // Server's badges lead to /dashboard, Cloud's to /summary/new_code.
  assert.equal(own.link, `https://sonarcloud.io/dashboard?id=${PROJECT}`);
  assert.equal(ours.link, own.link.replace("/dashboard", "/summary/new_code"));
  assert.deepEqual(visit.heard, []);
});

test("our image URL is the product's own", {}, async (visit) => {
  const own = await imageUrl(await information(visit, PROJECT));
  const popup = await visit.click();
  await choose(popup, "Format", "Image URL");
  same(await copied(popup, "Copy image URL", "Image URL copied."), own);
});

test("every measure that we offer is a picture, named as the product names it", {}, async (visit) => {
  const page = await information(visit, PROJECT);
  const own = await metrics(page);
  const popup = await visit.click();
  const unknown = [];
  // A Server has no logos of Cloud.
  const measures = await popup.$$eval("#kind option", (all) =>
    all.filter((it) => it.value.startsWith("measure:")).map((it) => it.text),
  );
  for (const name of measures) {
    await choose(popup, "Badge", name);
    await byRole(popup, "image", name);
    const metric = metricOf(parts(await copied(popup, "Copy Markdown", "Markdown copied.")).image);
    if (own.has(metric)) assert.equal(own.get(metric).toLowerCase(), name.toLowerCase());
    else unknown.push(metric);
  }
  // The page of 26.9 leaves out the older ones, as long as it is in its “MQR mode”.
  assert.deepEqual(unknown.toSorted(), [
    "bugs", "code_smells", "reliability_rating", "security_rating", "sqale_index", "sqale_rating", "vulnerabilities",
  ]);
});

test("the product's page and our popup both have a button that renews", {}, async (visit) => {
  const page = await information(visit, PROJECT);
  await byRole(page, "button", "Renew Token");
  const popup = await openReady(visit);
  await byRole(popup, "button", "Renew token");
});
