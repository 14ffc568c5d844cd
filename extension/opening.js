// Asks for what a project's popup always needs before the program that decides
// what the answers mean is up: it takes up the answers it wants, by their path.
import { ask } from "./ask.js";

const CLOUD = ["https://sonarcloud.io", "https://sonarqube.us"];
const NO_PROJECT = /^\/(organizations|portfolio|account|sessions|explore|web_api)\b/;
const LIMIT = 10_000;

async function open() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return { tab, at: Date.now(), early: early(tab) };
}

function early(tab) {
  const answers = new Map();
  const url = URL.parse(tab?.url ?? "");
  const id = url?.searchParams.get("id");
  if (!id || !CLOUD.includes(url.origin) || NO_PROJECT.test(url.pathname)) return answers;
  const questions = [
    ["/api/navigation/component", { component: id }],
    ["/api/project_badges/token", { project: id }],
    ["/api/project_branches/list", { project: id }],
  ];
  for (const [endpoint, parameters] of questions) {
    const path = `${endpoint}?${new URLSearchParams(parameters)}`;
    answers.set(path, ask(tab.id, { origin: url.origin, path, limit: LIMIT }));
  }
  return answers;
}

/** The tab that the popup was opened on, and the answers on their way. */
export const opening = open();
