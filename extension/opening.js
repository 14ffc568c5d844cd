// Asks for what a project's popup always needs before the program that decides
// what the answers mean is up: it takes up the answers it wants, by their path.
import { askEarly, managed } from "./managed.js";
import { parsed } from "./parsed.js";
import { recognize } from "./recognize.js";

const CLOUD = ["https://sonarcloud.io", "https://sonarqube.us"];
// Pages whose `id` is a project for certain; others are only asked for later.
const PROJECT_PAGES = ["project", "summary", "dashboard", "component_measures", "code", "security_hotspots", "project_roles", "tutorials"];
const PROJECT_KEY = /^(?=.*[^0-9])[A-Za-z0-9_.:-]{1,400}$/;

async function open() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const at = Date.now();
  const url = URL.parse(tab?.url ?? "");
  const early = askAll(tab, url);
  await parsed;
  // The page's outline is a project's; other pages begin with an empty one.
  if (early.size === 0) document.getElementById("project").hidden = true;
  const mayBeServer = /^https?:$/.test(url?.protocol) && !CLOUD.includes(url.origin);
  const [company, page] = await Promise.all([managed, mayBeServer && recognize(tab)]);
  return { tab, at, early, managed: company, ...page };
}

function askAll(tab, url) {
  const answers = new Map();
  if (!CLOUD.includes(url?.origin) || !PROJECT_PAGES.includes(url.pathname.split("/")[1])) return answers;
  const id = url.searchParams.get("id");
  if (!PROJECT_KEY.test(id ?? "")) return answers;
  const questions = [
    ["/api/navigation/component", { component: id }],
    ["/api/project_badges/token", { project: id }],
    ["/api/project_branches/list", { project: id }],
  ];
  for (const [endpoint, parameters] of questions) {
    const path = `${endpoint}?${new URLSearchParams(parameters)}`;
    answers.set(path, askEarly(tab.id, url.origin, path));
  }
  return answers;
}

/**
 * The tab that the popup was opened on, the answers on their way, and what its
 * page says of a SonarQube Server.
 */
export const opening = open();
