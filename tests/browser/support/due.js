// Records that make tokens due, and what the toolbar button says of them.
import { eventually } from "./screen.js";

const DAY = 86_400_000;
export const ACME = "https://sonarcloud.io acme-payments";

/** The moment so many days ago, as records have it. */
export const daysAgo = (days) => Date.now() - days * DAY - 60_000;

/** A roster of projects that were listed so many days ago. */
export const roster = (projects, days, needsToken = true) => ({
  version: 1,
  at: daysAgo(days),
  entries: projects.map((key) => [key, daysAgo(days), needsToken]),
});

export const policy = (every, warn) => ({ version: 1, every, warn });

/** The ledger's line of a token that was renewed so many days ago. */
export const renewed = (days) => ({ token: null, seen: daysAgo(days), renewed: daysAgo(days), changed: false });

/** Three tokens of acme-payments are due, and one will be soon; the stand-in has these projects. */
export const someAreDue = (visit) =>
  write(visit.backRoom, {
    [`roster ${ACME}`]: roster(["acme-payments_payments-service", "acme:ledger.core_v2-x", "acme-payments_script"], 61),
    "ledger https://sonarcloud.io acme-payments_checkout-ui": renewed(55),
    "ledger https://sonarcloud.io acme-payments_fresh": renewed(1),
  });

/** So many project keys. */
export const keys = (count) => Array.from({ length: count }, (_, number) => `acme_project-${number}`);

/** Writes records, as pages of the extension do. */
export const write = (backRoom, records) =>
  backRoom.evaluate((records) => chrome.storage.local.set(records), records);

/** What the toolbar button carries, and what it says. */
export const button = (backRoom) =>
  backRoom.evaluate(async () => {
    const [text, title] = await Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]);
    return { text, title };
  });

/** Waits until the toolbar icon carries that. */
export const carries = (backRoom, text) =>
  eventually(() => button(backRoom), (found) => found.text === text);
