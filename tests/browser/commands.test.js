// Copying by the keyboard, with the popup shut: the real keys are pressed, and
// what comes of it stands on the clipboard and on the toolbar icon.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { putToSleep } from "./support/background.js";
import { BROWSER } from "./support/browser.js";
import { carries, someAreDue, write } from "./support/due.js";
import { signIn } from "./support/people.js";
import { PROJECT, scene } from "./support/scene.js";
import { alarms, alerts, announces, choose, clipboard, enabled, eventually, press, putOnClipboard } from "./support/screen.js";

const test = scene();
const PAGE = `/project/overview?id=${PROJECT}`;
const ALT = 1;
const SHIFT = 8;

/** Presses Alt+Shift and a letter until the command comes through: a tab that is only just being shown loses keys. */
async function pressKeys({ backRoom, page }, letter) {
  await backRoom.evaluate(() => {
    globalThis.given = 0;
    globalThis.listening ??= chrome.commands.onCommand.addListener(() => (globalThis.given += 1)) ?? true;
  });
  const given = () => backRoom.evaluate(() => globalThis.given);
  for (let tries = 0; tries < 5 && (await given()) === 0; tries += 1) {
    await pressOnce(page, letter);
    for (let looks = 0; looks < 20 && (await given()) === 0; looks += 1) await pause(50);
  }
  assert.equal(await given(), 1);
}

/** A key with a native code reaches the browser's own shortcuts. */
async function pressOnce(page, letter) {
  await page.bringToFront();
  if (BROWSER === "firefox") return page.pressAltShift(letter);
  const keys = await page.createCDPSession();
  // Puppeteer's own way to ask a page would count as a person's act there.
  const expression = "document.visibilityState === 'visible' && document.hasFocus()";
  const focused = () => keys.send("Runtime.evaluate", { expression, userGesture: false });
  await eventually(focused, ({ result }) => result.value);
  const code = letter.charCodeAt(0);
  const key = { modifiers: ALT | SHIFT, key: letter, code: `Key${letter}`, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code };
  await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await keys.detach();
}

/** What one tab's icon carries. */
const mark = ({ backRoom, home }) =>
  backRoom.evaluate(async (origin) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find(({ url }) => url?.startsWith(origin)) ?? tabs.find(({ active }) => active);
    return chrome.action.getBadgeText({ tabId: tab.id });
  }, home);

const shows = (visit, text) => eventually(() => mark(visit), (found) => found === text);

/**
 * Presses the keys until they have copied. Right after a tab was shown Chromium 156 may not have opened it to the
 * extension yet, or a page has to be clicked into: the popup says so then, and a person presses again.
 */
async function succeeds(visit, letter) {
  for (let tries = 1; ; tries += 1) {
    await pressKeys(visit, letter);
    const outcome = await eventually(() => mark(visit), (found) => "✓!".includes(found) && found !== "", { patience: 15_000 });
    if (outcome === "✓") return;
    assert.ok(tries < 4, "refused four times");
    await eventually(() => mark(visit), (found) => found !== "!");
  }
}

/** Goes to a page, and puts something on the clipboard that a command has to replace. */
async function begin(visit, address = PAGE) {
  await visit.backRoom.bringToFront();
  await putOnClipboard(visit.backRoom, "before");
  await visit.go(address);
  await visit.page.bringToFront();
}

async function copied(visit) {
  await visit.backRoom.bringToFront();
  // A page is in front a little before it has the focus, without which Chromium lets nobody read.
  if (BROWSER === "chromium") await eventually(() => visit.backRoom.evaluate(() => document.hasFocus()), Boolean);
  return clipboard(visit.backRoom);
}

const markdown = (token) =>
  `[![Quality Gate Status](https://sonarcloud.io/api/project_badges/measure?project=${PROJECT}&metric=alert_status&token=${token})](https://sonarcloud.io/summary/new_code?id=${PROJECT})`;

test("three shortcuts are there, and one may change them", {}, async ({ backRoom }) => {
  const commands = await backRoom.evaluate(() => chrome.commands.getAll());
  assert.deepEqual(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut])), {
    _execute_action: "Alt+Shift+S",
    "copy-markdown": "Alt+Shift+M",
    "copy-organization-key": "Alt+Shift+K",
  });
});

test("the keys open the popup, which may do there what a click lets it", {}, async (visit) => {
  await visit.go(PAGE);
  const opened = visit.browser.waitForTarget((target) => target.url().endsWith("/popup.html"));
  await pressOnce(visit.page, "S");
  visit.popup = await (await opened).asPage();
  await enabled(visit.popup, "Copy Markdown");
  await visit.popup.keyboard.press("Enter");
  await announces(visit.popup, "Markdown copied.");
});

test("the keys copy the Markdown without the popup, and the icon says so for a while", {}, async (visit) => {
  await someAreDue(visit);
  await carries(visit.backRoom, "3");
  await begin(visit);
  await succeeds(visit, "M");
  assert.equal(await copied(visit), markdown(await visit.standIn.token(PROJECT)));
  assert.ok(!visit.browser.targets().some((target) => target.url().endsWith("/popup.html")));
  await shows(visit, "3");
  assert.equal(await visit.standIn.renewals(PROJECT), 0);
});

test("what is copied is what was chosen last in the popup", {}, async (visit) => {
  const popup = await visit.openProject();
  await enabled(popup, "Copy Markdown");
  await choose(popup, "Badge", "Coverage");
  await choose(popup, "Format", "Image URL");
  await press(popup, "Copy image URL");
  const wanted = await clipboard(popup);
  assert.match(wanted, /metric=coverage&token=/);
  await popup.close();
  await begin(visit);
  await succeeds(visit, "M");
  assert.equal(await copied(visit), wanted);
});

test("the organization key is copied without the token being asked for", {}, async (visit) => {
  await begin(visit);
  await succeeds(visit, "K");
  assert.equal(await copied(visit), "acme-payments");
  const asked = await visit.standIn.requests();
  assert.ok(asked.length > 0 && !asked.some((request) => request.includes("project_badges")), asked.join("\n"));
});

test("a slow host is waited for, longer than a press of keys counts", {}, async (visit) => {
  await begin(visit);
  await visit.standIn.fault({ path: "/api/project_badges/token", kind: "delay", ms: 7_000 });
  await pressKeys(visit, "M");
  await eventually(() => mark(visit), (found) => found === "✓", { patience: 15_000 });
  assert.equal(await copied(visit), markdown(await visit.standIn.token(PROJECT)));
});

test("where it fails the popup tells why when it opens there, once", { as: null }, async (visit) => {
  await begin(visit);
  await pressKeys(visit, "M");
  await shows(visit, "!");
  assert.equal(await copied(visit), "before");
  const kept = await visit.backRoom.evaluate(async () => [await chrome.storage.session.get(), await chrome.storage.local.get()]);
  assert.deepEqual(Object.values(kept[0]), [{ reason: "You are not signed in to SonarQube." }]);
  assert.ok(!JSON.stringify(kept[1]).includes("signed in"), "on no disk");

  const popup = await visit.click();
  await alarms(popup, "The keyboard shortcut copied nothing: You are not signed in to SonarQube.");
  await popup.close();
  const again = await visit.click();
  await enabled(again, "Sign in");
  await pause(300);
  assert.ok(!(await alerts(again)).includes("shortcut"));
});

test("a success takes back what an earlier failure left to be told", {}, async (visit) => {
  const told = () => visit.backRoom.evaluate(async () => Object.keys(await chrome.storage.session.get()));
  await begin(visit);
  await visit.standIn.signEveryoneOut();
  await pressKeys(visit, "M");
  await shows(visit, "!");
  assert.equal((await told()).length, 1);
  await signIn(visit.browser, visit.standIn, "ada");
  await succeeds(visit, "M");
  assert.deepEqual(await told(), []);
});

test("on a page of somebody else nothing is asked, and nothing copied", {}, async (visit) => {
  await begin(visit, "https://other.example/");
  await pressKeys(visit, "M");
  const { home } = visit;
  visit.home = "https://other.example";
  await shows(visit, "!");
  visit.home = home;
  assert.equal(await copied(visit), "before");
  assert.deepEqual(await visit.standIn.requests(), []);
});

/** What a page does that wants to see what is copied. */
function spy() {
  window.seen = [];
  const note = (what) => window.seen.push(String(what));
  for (const kind of ["copy", "beforecopy"]) {
    for (const capture of [true, false]) {
      addEventListener(kind, (event) => {
        note(kind + " " + event.clipboardData?.getData("text/plain"));
        window.kept = event.clipboardData;
      }, capture);
      document.addEventListener(kind, (event) => note(kind + " " + event.clipboardData?.getData("text/plain")), capture);
    }
  }
  new MutationObserver((all) => all.forEach((one) => note(one.target.outerHTML)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  navigator.clipboard.write = async () => { note("write"); };
  navigator.clipboard.writeText = async (text) => { note(text); };
  const execCommand = document.execCommand.bind(document);
  document.execCommand = (...all) => { note("exec"); return execCommand(...all); };
}

/** Goes to a project's page that watches, and in Chromium forbids the clipboard, for which Firefox knows no header. */
async function goWatched(visit) {
  if (BROWSER === "firefox") {
    await visit.go(PAGE);
    return visit.page.evaluate(spy);
  }
  await visit.page.setRequestInterception(true);
  visit.page.on("request", (request) =>
    request.isNavigationRequest()
      ? request.respond({
          contentType: "text/html",
          headers: { "permissions-policy": "clipboard-write=()" },
          body: `<!doctype html><body><p>page</p><script>(${spy})()</script>`,
        })
      : request.continue(),
  );
  await visit.go(PAGE);
}

test("a page that watches gets to see no token, and one that forbids the clipboard cannot keep it from the person", {}, async (visit) => {
  await begin(visit, "/");
  await goWatched(visit);
  await succeeds(visit, "M");
  const token = await visit.standIn.token(PROJECT);
  const seen = await visit.page.evaluate(() => [
    ...window.seen,
    window.kept?.getData("text/plain") ?? "",
    document.documentElement.outerHTML,
    Object.keys(window).join(),
  ]);
  assert.ok(!seen.join("\n").includes(token.slice(0, 12)), "the page has seen the token");
  assert.equal(await copied(visit), markdown(token));
  const stored = await visit.backRoom.evaluate(async () => JSON.stringify([await chrome.storage.session.get(), await chrome.storage.local.get()]));
  assert.ok(!stored.includes(token));
});

test("whoever presses twice gets one outcome, which stays its time", {}, async (visit) => {
  await begin(visit);
  await succeeds(visit, "M");
  await pause(2_000);
  await pressKeys(visit, "K");
  await eventually(() => copied(visit), (text) => text === "acme-payments");
  await pause(2_500);
  assert.equal(await mark(visit), "✓", "the first press does not take the second's mark away");
  await shows(visit, "");
});

test("a command wakes a background program that is asleep", {}, async (visit) => {
  await begin(visit);
  await write(visit.backRoom, {});
  await putToSleep(visit);
  await succeeds(visit, "M");
  assert.match(await copied(visit), /^\[!\[Quality Gate Status\]/);
});
