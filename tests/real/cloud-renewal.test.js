// Renewing the badge token of a project on a real server behind the façade:
// by our button, by the product's own, and with a network that fails.
import assert from "node:assert/strict";
import { same } from "../browser/support/same.js";
import { PROJECT } from "../browser/support/scene.js";
import { announces, clipboard, enabled, press } from "../browser/support/screen.js";
import {
  age, announcesLate, arrived, badgeUrl, complaint, isRenewed, markdown, openReady, posts, RENEWED, reopen,
  serverDid, shownFor, showsTheRealToken, spoilRenewal, WAS_CARRIED_OUT,
} from "../browser/support/renewal.js";
import { information, parts, renewToken, snippet } from "./support/product.js";
import { realScene } from "./support/scene.js";

const test = realScene();

/** Requests of the log in which the end of a token can be seen. */
const requestsWith = async (visit, token) =>
  (await visit.standIn.state()).log.filter((entry) => JSON.stringify(entry).includes(`…${token.slice(-4)}`));

test("our button renews once: the old badge is an error, the new one and the product's page are alive", {}, async (visit) => {
  const page = await information(visit, PROJECT);
  const popup = await visit.click();
  await enabled(popup, "Renew token");
  const old = await visit.standIn.token(PROJECT);
  same(parts(await snippet(page)).image, badgeUrl(old));
  assert.match(await shownFor(visit, old), /passed/i);

  await press(popup, "Renew token");
  const token = await isRenewed(visit, popup);

  assert.ok(token !== old, "there is a new token");
  assert.equal(await age(popup), "Renewed now");
  assert.match(await shownFor(visit, old), /Project has not been found/);
  assert.match(await shownFor(visit, token), /passed/i);
  await serverDid(visit, 1);
  assert.deepEqual(visit.heard, []);
  for (const one of [old, token]) {
    const bearers = await requestsWith(visit, one);
    assert.ok(bearers.length > 0, "the log shows where a token went");
    for (const { method, path, query, form } of bearers) {
      assert.match(`${method} ${path}`, /^GET \/api\/project_badges\/(measure|quality_gate)$/);
      assert.ok(query.token && Object.keys(form).length === 0, "the badge's own parameter");
    }
  }
  const shown = parts(await snippet(await information(visit, PROJECT))).image;
  same(shown, badgeUrl(token), "what the product's page shows");
});

test("a double click renews once, though a renewal is over before its second click", {}, async (visit) => {
  const popup = await openReady(visit);
  await (await enabled(popup, "Renew token")).click({ count: 2, delay: 250 });
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("the product's own button renews: the next popup has the new token, and says that it changed", {}, async (visit) => {
  await openReady(visit);
  await visit.popup.close();
  const old = await visit.standIn.token(PROJECT);
  const own = parts(await renewToken(await information(visit, PROJECT))).image;

  const popup = await reopen(visit);
  const token = await showsTheRealToken(visit, popup);
  assert.ok(token !== old, "there is a new token");
  same(own, badgeUrl(token), "what the product's page shows");
  assert.match(await age(popup), /^Changed /);
  await serverDid(visit, 1);

  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 2);
});

test("a popup that was open while the product renewed renews once more, and has the newest token", {}, async (visit) => {
  const page = await information(visit, PROJECT);
  const popup = await reopen(visit);
  await renewToken(page);
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 2);
});

test("an answer that gets lost after the server acted: renewed once, and told so", {}, async (visit) => {
  const popup = await openReady(visit);
  const old = await visit.standIn.token(PROJECT);
  await spoilRenewal(visit, { kind: "drop", after_acting: true });
  await press(popup, "Renew token");
  assert.ok((await isRenewed(visit, popup)) !== old, "there is a new token");
  await serverDid(visit, 1);
});

test("a request that gets lost before the server acted: nothing renewed, and told so", {}, async (visit) => {
  const popup = await openReady(visit);
  const old = await visit.standIn.token(PROJECT);
  await spoilRenewal(visit, { kind: "drop" });
  await press(popup, "Renew token");
  await complaint(popup, "Not renewed. The connection broke before the answer came. Try again.");
  assert.ok((await showsTheRealToken(visit, popup)) === old, "the token is the old one");
  await serverDid(visit, 0, 1);
});

test("a gateway that fails after the server acted: renewed once, and told so", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "status", status: 502, body: "<html>Bad gateway</html>", after_acting: true });
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

test("a popup closed midway: the next one finds out that the token was renewed", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 1_000 });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await popup.close();
  const again = await visit.click();
  await announcesLate(again, WAS_CARRIED_OUT, 15_000);
  await showsTheRealToken(visit, again);
  await serverDid(visit, 1);
});

test("a session without its XSRF cookie renews as the product's own page does", {}, async (visit) => {
  await visit.go(`/dashboard?id=${PROJECT}`);
  const cookies = await visit.browser.cookies();
  await visit.browser.deleteCookie(cookies.find(({ name }) => name === "XSRF-TOKEN"));
  const popup = await reopen(visit);
  await press(popup, "Renew token");
  await announces(popup, RENEWED);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  same(await clipboard(popup), markdown(await visit.standIn.token(PROJECT)));
  assert.equal(await posts(visit), 1);
  assert.deepEqual(visit.heard, []);
});
