// What the pages of ours say, traced back to the messages it is made of: words
// that are none of ours are found that way, and a test needs no list of texts.
import { readFile } from "node:fs/promises";

const FILE = new URL("../../extension/_locales/en/messages.json", import.meta.url);

const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A message's beginning of a text; what stands for its placeholders is short. */
const pattern = (message) => new RegExp(`^${message.split(/\$[A-Z]+\$/).map(escape).join("[^{}<>]{1,40}?")}(?=\\s|$)`);

const MESSAGES = Object.entries(JSON.parse(await readFile(FILE, "utf8")))
  .map(([name, { message }]) => ({ name, message, begins: pattern(message) }))
  // A message of placeholders alone would be found in any text.
  .filter(({ message }) => /[a-z]{3}/i.test(message.replaceAll(/\$[A-Z]+\$/g, "")))
  .toSorted((one, other) => other.message.length - one.message.length);

/** A message's text. */
export const textOf = (name) => MESSAGES.find((it) => it.name === name).message;

/** The names of the messages that a text is made of; fails where a part of it is none. */
export function messagesIn(text) {
  const names = [];
  for (let left = text.trim(); left !== ""; ) {
    const found = MESSAGES.find(({ begins }) => begins.test(left));
    if (!found) throw new Error(`“${left.slice(0, 80)}” is no message of ours`);
    names.push(found.name);
    left = left.replace(found.begins, "").trim();
  }
  return names;
}

/** Fails where a page shows what only programs should read. */
export function refuseRawAnswers(words) {
  const raw = /\{\s*"|"errors"|<!doctype|<html|\bundefined\b|\[object |panicked/i.exec(words);
  if (raw) throw new Error(`the page shows “${words.slice(raw.index, raw.index + 40)}”`);
}
