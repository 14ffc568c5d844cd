// What is new for users, from the newest part of the changelog, as data for
// the welcome page. The changelog is in English, and so is this.
import { readFileSync } from "node:fs";

/** The newest part of a changelog: `[{title: "Added", lines: […]}]`. */
export function newest(changelog) {
  const part = changelog.split(/^## /m)[1] ?? "";
  return part
    .split(/^### /m)
    .slice(1)
    .map((group) => {
      const [title, ...rest] = group.split("\n");
      // A line of the list goes on where it is indented.
      const items = rest.join("\n").split(/^\* /m).slice(1);
      return { title: title.trim(), lines: items.map(plain) };
    })
    .filter(({ lines }) => lines.length > 0);
}

/** Without Markdown's marks: a page shows it as it stands. */
const plain = (text) =>
  text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[`*]/g, "").replaceAll(/\s+/g, " ").trim();

export const news = () => newest(readFileSync("CHANGELOG.md", "utf8"));
