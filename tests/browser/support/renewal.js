// What tests of renewal share: what is expected on the clipboard, faults at the
// two requests that matter, and what has to be true behind the popup.
import assert from "node:assert/strict";
import { BROWSER } from "./browser.js";
import { same } from "./same.js";
import { PROJECT } from "./scene.js";
import { alerts, announces, clipboard, enabled, eventually, focused, press, pressAway, status } from "./screen.js";

const HOST = "https://sonarcloud.io";
const RENEW = "/api/project_badges/renew_token";
const TOKEN = "/api/project_badges/token";

/** What is said after a renewal, however its answer came. */
export const RENEWED = "Token renewed. The new Markdown is ready to copy.";
/** What is said when a renewal that was left open turns out to have happened. */
export const WAS_CARRIED_OUT =
  "The token has been renewed since a renewal was begun here. The new Markdown is ready to copy.";
/** The same, when it did not happen. */
export const DID_NOT_HAPPEN = "The renewal begun before did not happen: the token is unchanged.";

/** The URL of the badge with a token, spelled out without the product's help. */
export const badgeUrl = (token) =>
  `${HOST}/api/project_badges/measure?project=${PROJECT}&metric=alert_status&token=${token}`;

/** The Markdown with a token, likewise. */
export const markdown = (token) =>
  `[![Quality Gate Status](${badgeUrl(token)})](${HOST}/summary/new_code?id=${PROJECT})`;

/** A fault that hits one renewal request. */
export const spoilRenewal = (visit, fault) =>
  visit.standIn.fault({ path: RENEW, method: "POST", times: 1, ...fault });

/** A fault that hits one reading of the token. */
export const spoilReading = (visit, fault) => visit.standIn.fault({ path: TOKEN, times: 1, ...fault });

const count = async (visit, wanted) =>
  (await visit.standIn.requests()).filter((request) => request === wanted).length;

/** How many renewal requests have reached the stand-in. */
export const posts = (visit) => count(visit, `POST ${RENEW}`);

/** How often the token was asked for. */
export const readings = (visit) => count(visit, `GET ${TOKEN}`);

/** Waits until so many renewal requests have reached the stand-in. */
export const arrived = (visit, wanted) =>
  eventually(
    () => posts(visit),
    (now) => assert.equal(now, wanted, "renewal requests"),
  );

/** Opens the project, and waits until its token and the token's age are there. */
export async function openReady(visit, project = PROJECT) {
  const popup = await visit.openProject(project);
  return ready(popup);
}

/** Presses the toolbar button on the tab's page, and waits in the same way. */
export const reopen = async (visit) => ready(await visit.click());

async function ready(popup) {
  await enabled(popup, "Copy Markdown");
  await popup.waitForFunction(() => document.querySelector("#age").textContent.trim() !== "");
  return popup;
}

/** The popup's alert in full, once there is one, with the button that it offers. */
export async function complaint(popup, text, patience) {
  await eventually(
    () => alerts(popup),
    (said) => assert.equal(said, text),
    { patience },
  );
  return offered(popup);
}

/** The button that an alert offers: its name, and whether it can be pressed. */
export const offered = (popup) =>
  popup.evaluate(() => {
    const button = document.querySelector("#alert-link, #trouble-links button");
    return button.checkVisibility() ? { name: button.innerText, enabled: !button.disabled } : null;
  });

/** Waits for words in the status, longer than usual. */
export const announcesLate = (popup, text, patience) =>
  eventually(
    () => status(popup),
    (said) => assert.equal(said, text),
    { patience },
  );

/** What is remembered in the extension's storage. */
export const remembered = (visit) => visit.backRoom.evaluate(() => chrome.storage.local.get());

/** The open renewal of the project in the storage, if there is one. */
export const intent = async (visit) => (await remembered(visit))[`intent ${HOST} ${PROJECT}`];

/** Makes an open renewal as old as one whose request cannot be on its way any more. */
export async function letPatienceEnd(visit) {
  const open = await intent(visit);
  await keep(visit, `intent ${HOST} ${PROJECT}`, { ...open, at: open.at - 10_000 });
}

/** The project's entry in the ledger. */
export const entry = async (visit) => (await remembered(visit))[`ledger ${HOST} ${PROJECT}`];

/** Moves what the ledger knows of the project into the past. */
export async function letPass(visit, milliseconds) {
  const { seen, renewed, ...rest } = await entry(visit);
  const earlier = (moment) => moment && moment - milliseconds;
  await keep(visit, `ledger ${HOST} ${PROJECT}`, { ...rest, seen: earlier(seen), renewed: earlier(renewed) });
}

const keep = (visit, name, record) =>
  visit.backRoom.evaluate((key, value) => chrome.storage.local.set({ [key]: value }), name, record);

/** Makes the popup's own timers run ten times as fast, so that its patience ends soon. */
export const hurry = (popup) =>
  popup.evaluate(() => {
    const usual = window.setTimeout;
    window.setTimeout = (act, delay, ...rest) => usual(act, delay / 10, ...rest);
  });

/** Stops a page at whatever it would run next; answers what lets it go on. */
export async function hang(page) {
  if (BROWSER === "firefox") return page.hang();
  const session = await page.createCDPSession();
  await session.send("Debugger.enable");
  await session.send("Debugger.pause");
  return async () => {
    await session.send("Debugger.disable");
    await session.detach();
    // Whatever was held back has begun once the page answers.
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
  };
}

/** Presses a button as somebody does who has read the outcome of the press before. */
export async function pressAnew(popup, name) {
  await aMoment();
  await press(popup, name);
}

/** Lets the time go by in which a click is taken for a part of the one before. */
export async function aMoment() {
  const begin = Date.now();
  await eventually(
    () => Date.now() - begin,
    (passed) => passed > 450,
  );
}

/** The words about the token's age. */
export const age = (popup) => popup.$eval("#age", (it) => it.innerText);

/** Checks what the server did: so many renewals, by so many requests. */
export async function serverDid(visit, renewals, requests = renewals) {
  assert.equal(await visit.standIn.renewals(PROJECT), renewals, "renewals");
  assert.equal(await posts(visit), requests, "renewal requests");
}

/** Checks that the popup shows the token there really is, and copies Markdown with it. */
export async function showsTheRealToken(visit, popup) {
  const token = await visit.standIn.token(PROJECT);
  await eventually(
    () => popup.$eval("#token", (it) => it.innerText),
    (said) => assert.equal(said, `••••••••${token.slice(-4)}`),
  );
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  same(await clipboard(popup), markdown(token));
  return token;
}

/** Checks a renewal that is over and done: words, focus, token, journal. */
export async function isRenewed(visit, popup, { says = RENEWED, patience } = {}) {
  await announcesLate(popup, says, patience);
  assert.equal(await alerts(popup), "");
  assert.equal(await focused(popup), "Copy Markdown");
  assert.match(await age(popup), /^Renewed /);
  assert.equal(await intent(visit), undefined);
  return showsTheRealToken(visit, popup);
}

/** Presses the button that leads to the host's own page, and checks that it comes. */
export async function opensInformation(visit, popup) {
  const url = `${HOST}/project/information?id=${PROJECT}`;
  const shown = visit.browser.waitForTarget((target) => target.url() === url);
  await pressAway(popup, "Project information");
  await shown;
}

/** What a README shows for a badge's URL: its words. */
export const shownFor = (visit, token) =>
  visit.page.evaluate(async (url) => {
    const svg = new DOMParser().parseFromString(await (await fetch(url)).text(), "image/svg+xml");
    return [...svg.querySelectorAll("text")].map((it) => it.textContent).join(" ");
  }, badgeUrl(token));

/** Once a renewal is noted down as begun. */
export const begun = (visit) =>
  eventually(
    () => intent(visit),
    (open) => assert.ok(open, "a renewal is noted"),
  );
