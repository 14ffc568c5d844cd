// Where a token must never be, and what the pages' policy forbids.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  announces, byRole, choose, enabled, entries, eventually, press, reads,
} from "./support/screen.js";
import { watch } from "./support/watch.js";

const test = scene();

/** Everything that the extension has stored, as text. */
const stored = (visit) =>
  visit.backRoom.evaluate(async () => {
    const areas = await Promise.all(["local", "session", "sync"].map((name) => chrome.storage[name].get()));
    const databases = await indexedDB.databases();
    return JSON.stringify([areas, { ...localStorage }, { ...sessionStorage }, databases, document.cookie]);
  });

/** Addresses that a page has asked for, those of the badge's own picture apart. */
const askedFor = (page) =>
  page.evaluate(() =>
    [location.href, ...performance.getEntries().map(({ name }) => name)].filter(
      (name) => !name.startsWith("https://sonarcloud.io/api/project_badges/measure?"),
    ),
  );

test("a token is not at rest, not in a log, and in no address but the badge's", {}, async (visit) => {
  await visit.go(`/project/overview?id=${PROJECT}`);
  const onThePage = await watch(visit.page);
  const popup = await visit.click();
  await byRole(popup, "image", "Quality Gate Status");
  await enabled(popup, "Renew token");
  const first = await visit.standIn.token(PROJECT);
  await choose(popup, "Badge", "Coverage");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  await press(popup, "Show token");
  await reads(popup, first);
  await press(popup, "Renew token");
  await reads(popup, "Token renewed.");
  const second = await visit.standIn.token(PROJECT);
  assert.notEqual(first, second);

  const places = {
    "the storage": await stored(visit),
    "the popup's console": JSON.stringify(visit.heard),
    "the page's console": JSON.stringify(onThePage),
    "the popup's requests": JSON.stringify(await askedFor(popup)),
    "the page's requests": JSON.stringify(await askedFor(visit.page)),
    "the page": await visit.page.content(),
  };
  for (const [place, text] of Object.entries(places)) {
    for (const token of [first, second]) {
      assert.ok(!text.includes(token), `${place} holds a token`);
      assert.ok(!text.includes(token.slice(4, 24)), `${place} holds a part of a token`);
    }
  }
  assert.ok((await stored(visit)).includes("rebadge") || (await stored(visit)).length > 30, "something was stored to look into");
});

test("a token that was shown is masked again after a renewal or on another project", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  await press(popup, "Payments Service acme-payments_payments-service Private");
  await press(popup, "Show token");
  await reads(popup, await visit.standIn.token(PROJECT));
  await press(popup, "Back");
  await eventually(() => entries(popup), (names) => names.length === 9);
  const html = () => popup.evaluate(() => document.documentElement.outerHTML);
  const token = await visit.standIn.token(PROJECT);
  await press(popup, "Ledger acme:ledger.core_v2-x Private");
  await enabled(popup, "Show token");
  await eventually(html, (all) => !all.includes(token));
  assert.ok(!(await html()).includes(await visit.standIn.token("acme:ledger.core_v2-x")));
});

test("the DOM holds no token before Show, not even in an attribute or a hidden field", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  const token = await visit.standIn.token(PROJECT);
  const all = await popup.evaluate(() =>
    [document.documentElement.outerHTML, ...[...document.querySelectorAll("input, select, textarea")].map((it) => it.value)].join("\n"),
  );
  assert.ok(!all.includes(token));
  assert.ok(!all.includes(encodeURIComponent(token)));
});

test("a popup sends cookies to nobody, and asks only the instance of its tab", {}, async (visit) => {
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  const hosts = await popup.evaluate(() =>
    [...new Set(performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin))],
  );
  assert.deepEqual(hosts.filter((host) => host !== visit.origin), ["https://sonarcloud.io"]);
});

test("the policy of the pages refuses markup made of text, code made of text, and other hosts", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  const refused = await popup.evaluate(async () => {
    // Code that a debugger runs may evaluate what it likes; code of a timer is the page's own.
    const outcome = (attempt) =>
      new Promise((told) => {
        setTimeout(async () => {
          try {
            await attempt();
            told("allowed");
          } catch (error) {
            told(error.name);
          }
        });
      });
    const script = document.createElement("script");
    return {
      innerHTML: await outcome(() => { document.createElement("div").innerHTML = "<b>x</b>"; }),
      script: await outcome(() => { script.src = "https://sonarcloud.io/x.js"; }),
      // Called by their names in the page, so that nothing of it stands in here.
      evaluated: await outcome(() => globalThis["ev" + "al"]("1")),
      compiled: await outcome(() => document.createElement.constructor("return 1")()),
      elsewhere: await outcome(() => fetch("https://other.example/")),
      form: await outcome(() => fetch("https://sonarqube.us.other.example/")),
    };
  });
  assert.deepEqual(refused, {
    innerHTML: "TypeError", script: "TypeError", evaluated: "EvalError", compiled: "EvalError",
    elsewhere: "TypeError", form: "TypeError",
  });
});

test("the manifest asks for no host, and its policy names no more than what is needed", {}, async (visit) => {
  const manifest = await visit.backRoom.evaluate(() => chrome.runtime.getManifest());
  assert.deepEqual(manifest.permissions.toSorted(), ["activeTab", "alarms", "scripting", "storage"]);
  assert.deepEqual(manifest.optional_permissions, ["notifications"]);
  // Firefox tells of what is not there as of nothing, or as of an empty list.
  const more = [manifest.host_permissions, manifest.content_scripts, manifest.web_accessible_resources, manifest.externally_connectable];
  assert.deepEqual(more.flatMap((it) => it ?? []), []);
  const policy = manifest.content_security_policy.extension_pages;
  for (const part of [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "base-uri 'none'", "form-action 'none'",
    "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
  ]) {
    assert.ok(policy.split(";").map((it) => it.trim()).includes(part), part);
  }
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|http:/);
});
