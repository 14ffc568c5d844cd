// Asks for the first page of an organization's projects before the dashboard's
// program is up, which takes up the answer by its path.
import { askEarly } from "./managed.js";

const KEY = /^(?!default$)[A-Za-z0-9_+-]{1,255}$/;

function askFirst() {
  const answers = new Map();
  const query = new URLSearchParams(location.search);
  const [base, organization, tab] = ["base", "organization", "tab"].map((name) => query.get(name));
  // Organizations are Cloud's, whose pages stand at the top: no address leads to another path.
  const isOrigin = URL.parse(base ?? "")?.origin === base;
  if (!isOrigin || !KEY.test(organization ?? "") || !/^\d+$/.test(tab ?? "")) return answers;
  const path = `/api/projects/search?${new URLSearchParams({ organization, p: 1, ps: 500 })}`;
  answers.set(path, askEarly(Number(tab), base, path));
  return answers;
}

/** The answers on their way, by the path that was asked. */
export const early = askFirst();
