// Asks for the first pages of an organization's projects before the dashboard's
// program is up, which takes up the answers by their paths.
import { askEarly } from "./managed.js";

const KEY = /^(?!default$)[A-Za-z0-9_+-]{1,255}$/;
const PAGE_SIZE = 500;
// How many pages are asked for side by side, once the first has told how many there are.
const SIDE_BY_SIDE = 4;

function askFirst() {
  const answers = new Map();
  const query = new URLSearchParams(location.search);
  const [base, organization, tab] = ["base", "organization", "tab"].map((name) => query.get(name));
  // Organizations are Cloud's, whose pages stand at the top: no address leads to another path.
  const isOrigin = URL.parse(base ?? "")?.origin === base;
  if (!isOrigin || !KEY.test(organization ?? "") || !/^\d+$/.test(tab ?? "")) return answers;
  const ask = (p) => {
    const path = `/api/projects/search?${new URLSearchParams({ organization, p, ps: PAGE_SIZE })}`;
    const answer = askEarly(Number(tab), base, path);
    answers.set(path, answer);
    return answer;
  };
  ask(1).then(({ json }) => {
    const pages = Math.ceil((json?.paging?.total ?? 0) / PAGE_SIZE);
    for (let p = 2; p <= Math.min(pages, 1 + SIDE_BY_SIDE); p++) ask(p);
  });
  return answers;
}

/** The answers on their way, by the path that was asked. */
export const early = askFirst();
