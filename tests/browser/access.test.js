// How a page of the extension that is no popup reaches the instance: which
// grant opens what, and what happens when it ends.
import assert from "node:assert/strict";
import { BROWSER } from "./support/browser.js";
import { accessToken, grant, openProbe, probed, revoke, tabs } from "./support/access.js";
import { PROJECT, scene } from "./support/scene.js";
import { eventually } from "./support/screen.js";
import { arrived, posts } from "./support/renewal.js";

const test = scene({ dist: probed() });

const USER = "/api/users/current";
const PASSPHRASE = "correct horse battery";

/** The number of the tab that a page is in. */
const tabOf = async (visit, page) => {
  await page.bringToFront();
  return (await visit.backRoom.evaluate(() => chrome.tabs.query({ active: true })))[0].id;
};

const through = (probe, way, ...args) => ({
  get: (path = USER) =>
    probe.evaluate((w, a, p) => globalThis.probe.Reach[w](...a).get(p), way, args, path),
  post: (project = PROJECT) =>
    probe.evaluate((w, a, p) => globalThis.probe.Reach[w](...a).post(p), way, args, project),
  renew: (project = PROJECT) =>
    probe.evaluate((w, a, p) => globalThis.probe.Reach[w](...a).renew(p), way, args, project),
});

const findTab = (probe) => probe.evaluate(() => globalThis.probe.find_tab("eu"));

test("a toolbar click opens its tab to every page of the extension, until the tab leaves", {}, async (visit) => {
  const probe = await openProbe(visit);
  await visit.go("/projects");
  const tab = await tabOf(visit, visit.page);
  assert.equal(await findTab(probe), undefined);
  assert.equal(await through(probe, "tab", tab).get(), "lost Navigated unsent");
  const popup = await visit.click();
  assert.equal(await findTab(probe), tab);
  await popup.close();
  assert.equal(await findTab(probe), tab, "after the popup was closed");
  assert.equal(await through(probe, "tab", tab).get(), "200 json");
  await visit.go("/account");
  // Chromium's grant lasts until the tab leaves the site, Firefox's until it leaves the page.
  const lasts = BROWSER === "firefox" ? "lost Navigated unsent" : "200 json";
  assert.equal(await through(probe, "tab", tab).get(), lasts);
  await visit.go("https://other.example/");
  assert.equal(await findTab(probe), undefined);
  assert.equal(await through(probe, "tab", tab).get(), "lost Navigated unsent");
  assert.equal(await through(probe, "tab", tab).post(), "lost Navigated unsent");
  await visit.go("/projects");
  assert.equal(await findTab(probe), undefined, "a grant does not come back");
  await visit.page.close();
  assert.equal(await through(probe, "tab", tab).get(), "lost TabGone unsent");
  assert.equal(await posts(visit), 0);
});

test("a tab that the page opened serves once the toolbar button is clicked there", {}, async (visit) => {
  const probe = await openProbe(visit);
  const opened = visit.browser.waitForTarget((target) => target.url().endsWith("/account"));
  const tab = await probe.evaluate(async () => {
    const made = await chrome.tabs.create({ url: "https://sonarcloud.io/account" });
    globalThis.reach = globalThis.probe.Reach.tab(1);
    return made.id;
  });
  visit.page = await (await opened).asPage();
  const go = () => probe.evaluate((path) => globalThis.reach.copy().get(path), USER);
  assert.equal(await findTab(probe), undefined);
  assert.equal(await go(), "lost TabGone unsent");
  await visit.click();
  assert.equal(await eventually(() => findTab(probe), (id) => id === tab), tab);
  // The work that was broken off goes on, through the other tab.
  await probe.evaluate((id) => globalThis.reach.take_tab(id), tab);
  assert.equal(await go(), "200 json");
});

test("site access opens a tab that is there, without a click", {}, async (visit) => {
  const probe = await openProbe(visit);
  await grant(visit, probe);
  await visit.go("/projects");
  const before = (await tabs(probe)).length;
  assert.equal(await through(probe, "site").get(), "200 json");
  assert.equal(await through(probe, "site").renew(), "renewed");
  assert.equal(await visit.standIn.renewals(PROJECT), 1);
  assert.equal((await tabs(probe)).length, before);
  await probe.evaluate(() => globalThis.probe.Reach.site().leave());
  assert.equal((await tabs(probe)).length, before, "a person's tab stays");
});

test("where no tab is there, one is opened behind, once, and closed again", {}, async (visit) => {
  const probe = await openProbe(visit);
  await grant(visit, probe);
  await probe.bringToFront();
  const before = (await tabs(probe)).map(({ id }) => id);
  const many = await probe.evaluate(async (path) => {
    globalThis.reach = globalThis.probe.Reach.site();
    return Promise.all(Array.from({ length: 5 }, () => globalThis.reach.copy().get(path)));
  }, USER);
  assert.deepEqual(new Set(many), new Set(["200 json"]));
  const own = (await tabs(probe)).filter(({ id }) => !before.includes(id));
  assert.deepEqual(
    own.map(({ url, active, autoDiscardable }) => ({ url, active, autoDiscardable })),
    [{ url: "https://sonarcloud.io/api/server/version", active: false, autoDiscardable: false }],
  );
  // Somebody closes it: the next request takes another one.
  await probe.evaluate((id) => chrome.tabs.remove(id), own[0].id);
  assert.equal(await probe.evaluate((p) => globalThis.reach.copy().post(p), PROJECT), "204 empty");
  assert.equal(await posts(visit), 1);
  await probe.evaluate(() => globalThis.reach.leave());
  await eventually(
    async () => (await tabs(probe)).length,
    (now) => assert.equal(now, before.length),
  );
});

test("site access that is taken back ends at once, and nothing is half done", {}, async (visit) => {
  const probe = await openProbe(visit);
  await grant(visit, probe);
  await probe.evaluate(() => globalThis.probe.listen());
  await visit.go("/projects");
  // The toolbar click's own grant is still there, and does not stand in for it.
  await (await visit.click()).close();
  await visit.standIn.fault({ path: "/api/project_badges/renew_token", kind: "delay", ms: 1_500, times: 1 });
  const under = through(probe, "site").post();
  await arrived(visit, 1);
  await revoke(visit);
  await eventually(
    () => probe.evaluate(() => globalThis.probe.heard()),
    (heard) => assert.equal(heard, 1),
  );
  assert.equal(await under, "204 empty", "what was under way is heard");
  assert.equal(await through(probe, "site").post(), "lost AccessRevoked unsent");
  assert.equal(await through(probe, "site").get(), "lost AccessRevoked unsent");
  assert.match(await through(probe, "site").renew(), /^NotRenewed\(Lost \{ loss: AccessRevoked, sent: false/);
  assert.equal(await posts(visit), 1);
  const stored = await probe.evaluate(() => chrome.storage.local.get());
  assert.deepEqual(Object.keys(stored).filter((name) => name.startsWith("intent")), []);
});

test("site access is for one site, and can be given back", {}, async (visit) => {
  const probe = await openProbe(visit);
  const has = (at) => probe.evaluate((name) => globalThis.probe.has_access(name), at);
  assert.equal(await has("eu"), false);
  await grant(visit, probe);
  assert.deepEqual([await has("eu"), await has("us"), await has("https://other.example/")], [true, false, false]);
  assert.equal(await probe.evaluate(() => globalThis.probe.revoke_access("eu")), true);
  assert.equal(await has("eu"), false);
});

test("an access token needs neither tab nor session", {}, async (visit) => {
  const token = await accessToken(visit);
  const probe = await openProbe(visit);
  const bearer = through(probe, "bearer", token);
  assert.equal(await bearer.get(), "lost AccessRevoked unsent");
  assert.equal(await bearer.post(), "lost AccessRevoked unsent");
  assert.equal(await posts(visit), 0);
  await grant(visit, probe);
  // The person's session is there, and does not go along.
  assert.match(await through(probe, "bearer", "0".repeat(40)).get(), /^401 /);
  await visit.standIn.signEveryoneOut();
  assert.equal(await bearer.get(), "200 json");
  assert.equal(await bearer.renew(), "renewed");
  assert.equal(await visit.standIn.renewals(PROJECT), 1);
});

test("with an access token, each way to fail has its name", {}, async (visit) => {
  const token = await accessToken(visit);
  const probe = await openProbe(visit);
  await grant(visit, probe);
  const bearer = through(probe, "bearer", token);
  const path = "/api/project_badges/renew_token";
  const spoil = (fault) => visit.standIn.fault({ path, times: 1, ...fault });
  await spoil({ kind: "status", status: 429, retry_after: 7 });
  assert.equal(await bearer.post(), "429 json after 7");
  const soon = new Date(Date.now() + 60_000).toUTCString();
  await spoil({ kind: "status", status: 429, retry_after: soon, cloudflare: true });
  assert.match(await bearer.post(), /^429 html after (5[5-9]|60|61)$/);
  await spoil({ kind: "html" });
  assert.equal(await bearer.post(), "200 html");
  await spoil({ kind: "drop" });
  assert.equal(await bearer.post(), "lost Connection sent");
  await visit.standIn.clearFaults();
  const before = await posts(visit);
  await spoil({ kind: "hang" });
  const at = Date.now();
  assert.equal(await bearer.post(), "lost Timeout sent");
  assert.ok(Date.now() - at < 9_500, "8 seconds");
  assert.equal(await posts(visit), before + 1);
  await visit.standIn.clearFaults();
  await probe.setOfflineMode(true);
  assert.equal(await bearer.post(), "lost Offline unsent");
});

test("an access token is remembered under a passphrase only, and opened by it only", {}, async (visit) => {
  const probe = await openProbe(visit);
  const token = "0123456789abcdef0123456789abcdef01234567";
  const call = (name, ...args) =>
    probe.evaluate(
      (n, a) => globalThis.probe.Reach.site()[n](...a).catch((why) => `refused: ${why}`),
      name,
      args,
    );
  const stored = () => probe.evaluate(() => chrome.storage.local.get());
  const put = (record) => probe.evaluate((it) => chrome.storage.local.set({ "access https://sonarcloud.io": it }), record);
  const record = async () => (await stored())["access https://sonarcloud.io"];
  assert.equal(await call("recall", PASSPHRASE), "nothing");
  assert.equal(await call("remember", token, "short"), "refused: TooShort");
  assert.deepEqual(await stored(), {});
  await call("remember", token, PASSPHRASE);
  const first = await record();
  assert.deepEqual(Object.keys(first).sort(), ["iterations", "iv", "salt", "sealed", "version"]);
  assert.equal(first.iterations, 600_000);
  assert.ok(!JSON.stringify(await stored()).includes(token.slice(4, 20)));
  assert.equal(await call("recall", PASSPHRASE), token);
  // The same letters from another keyboard.
  await call("remember", token, "caf\u00e9 au lait");
  assert.equal(await call("recall", "cafe\u0301 au lait"), token);
  await put(first);
  assert.equal(await call("recall", `${PASSPHRASE}!`), "refused: WrongPassphrase");
  assert.deepEqual(await record(), first, "nothing is lost by it");
  assert.equal(await call("recall", PASSPHRASE), token);

  // Sealed anew it is another record: neither salt nor vector is used twice.
  await call("remember", token, PASSPHRASE);
  const second = await record();
  for (const part of ["salt", "iv", "sealed"]) assert.notEqual(first[part], second[part]);

  const altered = { ...first, sealed: first.sealed.replace(/^../, (two) => (two === "00" ? "01" : "00")) };
  await put(altered);
  assert.equal(await call("recall", PASSPHRASE), "refused: WrongPassphrase");
  const damaged = { ...first, iterations: 1 };
  await put(damaged);
  assert.equal(await call("recall", PASSPHRASE), "corrupt");
  assert.deepEqual(await record(), damaged, "it is kept");

  // A record opens for its own instance only.
  const elsewhere = (at) =>
    probe.evaluate((r, p, a) => globalThis.probe.open_record(r, p, a).catch(String), first, PASSPHRASE, at);
  assert.equal(await elsewhere("eu"), token);
  assert.equal(await elsewhere("us"), "WrongPassphrase");
  await call("forget");
  assert.equal(await call("recall", PASSPHRASE), "nothing");
});

test("what is sealed is what WebCrypto's own words say it is", {}, async (visit) => {
  const probe = await openProbe(visit);
  await probe.evaluate((p) => globalThis.probe.Reach.site().remember("a".repeat(40), p), PASSPHRASE);
  const opened = await probe.evaluate(async (typed) => {
    const record = (await chrome.storage.local.get())["access https://sonarcloud.io"];
    const bytes = (text) => Uint8Array.from(text.match(/../g), (two) => Number.parseInt(two, 16));
    const text = new TextEncoder();
    const raw = await crypto.subtle.importKey("raw", text.encode(typed), "PBKDF2", false, ["deriveKey"]);
    const hash = { name: "PBKDF2", hash: "SHA-256", salt: bytes(record.salt), iterations: 600_000 };
    const key = await crypto.subtle.deriveKey(hash, raw, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const additionalData = text.encode("rebadge access 1 https://sonarcloud.io");
    const cipher = { name: "AES-GCM", iv: bytes(record.iv), additionalData };
    return new TextDecoder().decode(await crypto.subtle.decrypt(cipher, key, bytes(record.sealed)));
  }, PASSPHRASE);
  assert.equal(opened, "a".repeat(40));
});
