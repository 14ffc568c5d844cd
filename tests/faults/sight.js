// What a person sees of a page of ours once it has come to rest.
import { setTimeout as pause } from "node:timers/promises";
import { eventually, words } from "../browser/support/screen.js";
import { messagesIn, refuseRawAnswers } from "./sentences.js";

/** Longer than a rotation waits for a host that is in trouble each time it is asked. */
const PATIENCE = 150_000;
/** For how long nothing may change. */
const REST = 80;

/** What says that something is under way, and does not stay. */
const UNDER_WAY = ["renewing", "settling", "listing", "run_begins", "run_goes_on", "run_is_stopping"];

/** What is said in status, alerts, a picture's place and a run's title, and whether anything is still awaited. */
const look = (page) =>
  page.evaluate(() => {
    const shown = (wanted) => [...document.querySelectorAll(wanted)].filter((it) => it.checkVisibility());
    // A key that stands in an alert is no sentence.
    const texts = shown("[role=status], [role=alert] > :not(.mono), [role=alert]:not(:has(> *)), #pictures, #run-title");
    return {
      said: texts.map((it) => it.innerText.replaceAll(/\s+/g, " ").trim()).filter(Boolean),
      awaits: shown(".ghost, [role=grid][aria-busy=true]").length > 0,
    };
  });

/**
 * Waits until a page is at rest, and answers the names of the messages it shows.
 * Fails where it never rests, and where it shows anything but words of ours.
 */
export async function atRest(page, check = () => true) {
  const { names } = await eventually(
    async () => {
      const before = await look(page);
      await pause(REST);
      const after = await look(page);
      const names = after.said.flatMap(messagesIn);
      return { names, before, after };
    },
    ({ names, before, after }) =>
      !before.awaits &&
      !after.awaits &&
      before.said.join() === after.said.join() &&
      !names.some((name) => UNDER_WAY.includes(name)) &&
      check(names),
    { patience: PATIENCE },
  );
  refuseRawAnswers(await words(page));
  return names;
}
