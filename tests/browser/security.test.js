// What sites can do to the extension: its pages from outside, and its requests
// from inside their own pages.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { DIST } from "./support/browser.js";
import { PROJECT, scene } from "./support/scene.js";
import { announces, byRole, clipboard, eventually, press, words } from "./support/screen.js";
import { markdown, posts } from "./support/renewal.js";

const test = scene();

/** Every file of the extension, by its address. */
const addresses = (origin) =>
  readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${origin}/${`${parentPath}/${name}`.replaceAll("\\", "/").slice(DIST.length).replace(/^\//, "")}`);

test("a site can neither open, frame, load nor detect a page of the extension", { chromium: "it looks into frames, and knows what Chromium shows in their place" }, async (visit) => {
  const page = await visit.go("https://other.example/");
  const all = addresses(visit.origin);
  assert.ok(all.length > 20 && all.includes(`${visit.origin}/popup.js`));
  const loaded = await page.evaluate(async (urls) => {
    const element = (name, url) =>
      new Promise((told) => {
        const it = document.createElement(name);
        it.onload = () => told(true);
        it.onerror = () => told(false);
        it[name === "link" ? "href" : "src"] = url;
        if (name === "link") it.rel = "stylesheet";
        document.head.append(it);
      });
    const found = [];
    for (const url of urls) {
      const ways = [
        fetch(url).then(() => true, () => false),
        fetch(url, { mode: "no-cors" }).then(() => true, () => false),
        element("img", url), element("script", url), element("link", url),
        import(url).then(() => true, () => false),
      ];
      if ((await Promise.all(ways)).includes(true)) found.push(url);
    }
    return found;
  }, all);
  assert.deepEqual(loaded, []);

  const board = `${visit.origin}/dashboard.html?base=https%3A%2F%2Fsonarcloud.io&organization=acme-payments&tab=1`;
  for (const url of [board, `${visit.origin}/popup.html`]) {
    await page.evaluate((url) => {
      const frame = document.createElement("iframe");
      const link = document.createElement("a");
      frame.src = link.href = url;
      link.target = "_blank";
      document.body.append(frame, link);
      link.click();
      globalThis.open(url);
    }, url);
    // Two tabs, and the frame: each holds the browser's own words in place of ours.
    const tabs = await eventually(
      async () => (await visit.browser.pages()).filter((it) => it.url() === url || it.url().startsWith("chrome-error:")),
      (found) => found.length === 2,
    );
    await eventually(() => page.frames().length, (count) => count === 2);
    for (const it of [...tabs, page.frames()[1]]) assert.equal(await isOurs(it), false, `${it.url()} was opened`);
    for (const tab of tabs) await tab.close();
    await page.evaluate((url) => { location.href = url; }, url).catch(() => {});
    await eventually(() => page.url(), (now) => now !== "https://other.example/");
    assert.equal(await isOurs(page), false, "the tab was led there");
    await page.goto("https://other.example/");
  }
});

/** Whether a page or a frame shows one of the extension's documents. */
const isOurs = (where) =>
  eventually(
    () => where.evaluate(() => document.readyState === "complete" && { origin: location.origin, ours: document.querySelector("#projects, #project") !== null }).catch(() => false),
    (told) => told !== false,
  ).then(({ origin, ours }) => ours || origin.startsWith("chrome-extension:"));

test("an address of the dashboard that nobody would write lists nothing, sends nothing to anybody, and renews nothing", {}, async (visit) => {
  // A tab that was clicked is there for whoever could use it.
  const popup = await visit.openProject();
  await byRole(popup, "image", "Quality Gate Status");
  const tab = await visit.backRoom.evaluate(async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith("https://sonarcloud.io/")).id);
  await popup.close();
  const asked = async () => (await visit.standIn.state()).log.map(({ method, path }) => `${method} ${path}`);
  const before = await asked();
  const board = await visit.browser.newPage();
  visit.popup = board;
  const cloud = encodeURIComponent("https://sonarcloud.io");
  for (const query of [
    `base=javascript:alert(1)&organization=acme-payments&tab=${tab}`,
    `base=https://sonarcloud.io@other.example&organization=acme-payments&tab=${tab}`,
    `base=https://sonarcloud.io.other.example&organization=acme-payments&tab=${tab}`,
    // Another path of the host, such as one that ends the session.
    `base=${cloud}%2Fsessions%2Flogout%3F&organization=acme-payments&tab=${tab}`,
    `base=https://sonarcloud.io/..&organization=acme-payments&tab=${tab}`,
    `base=${cloud}&organization=${encodeURIComponent("<img src=x onerror=alert(1)>")}&tab=${tab}`,
    `base=${cloud}&organization=../../api/project_badges/renew_token&tab=${tab}`,
    // Another site's, through the tab of this one: the tab's page refuses.
    `base=https://other.example&tab=${tab}`,
    `base=${cloud}&organization=acme-payments&tab=999999`,
  ]) {
    await board.goto(`${visit.origin}/dashboard.html?${query}`);
    await board.waitForFunction(() => document.querySelector("[role=grid]")?.ariaBusy === "false" || document.querySelector("#lost")?.checkVisibility());
    assert.deepEqual(await asked(), before, query);
    assert.equal(await board.evaluate(() => document.querySelectorAll("main img, iframe, main script").length), 0, query);
    assert.doesNotMatch(await words(board), /Payments Service/, query);
  }
  // A good address lists, which the person sees, and changes nothing whatever else it says.
  await board.goto(`${visit.origin}/dashboard.html?base=${cloud}&organization=acme-payments&tab=${tab}&renew=all&run=1&project=${PROJECT}`);
  await board.waitForFunction(() => document.body.innerText.includes("Payments Service"));
  assert.equal(await posts(visit), 0);
});

test("the page's own scripts see nothing of the requests, and cannot change them", {}, async (visit) => {
  const page = await visit.go(`/project/overview?id=${PROJECT}`);
  await page.evaluate(() => {
    globalThis.seen = [];
    const note = (what) => (...words) => {
      globalThis.seen.push(`${what} ${words.join(" ")}`);
      throw new Error("spoilt by the page");
    };
    globalThis.fetch = note("fetch");
    globalThis.XMLHttpRequest = note("XMLHttpRequest");
    for (const name of ["text", "json", "clone"]) Response.prototype[name] = note(`Response.${name}`);
    for (const name of ["get", "append", "set"]) Headers.prototype[name] = note(`Headers.${name}`);
    JSON.parse = note("JSON.parse");
    RegExp.prototype.exec = note("RegExp.exec");
    AbortSignal.timeout = note("AbortSignal.timeout");
    Object.defineProperty(Document.prototype, "cookie", { get: note("cookie") });
    Object.defineProperty(Object.prototype, "lost", { get: note("lost"), set: note("lost"), configurable: true });
    Object.defineProperty(Object.prototype, "form", { get: note("form"), set: note("form"), configurable: true });
    addEventListener("message", note("message"));
  });
  const popup = await visit.click();
  await press(popup, "Renew token");
  await announces(popup, "Token renewed. The new Markdown is ready to copy.");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  assert.equal(await clipboard(popup), markdown(await visit.standIn.token(PROJECT)));
  assert.deepEqual(await page.evaluate(() => globalThis.seen), []);
});
