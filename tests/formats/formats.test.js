// Each format's own parser reads the snippets, those of hostile names too, and
// has to find every badge once: its picture, its link, its text.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parseFragment } from "parse5";
import { Lines } from "./lines.js";
import { end, PARSERS } from "./parsers.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? `${ROOT}target`;
const SUFFIX = process.platform === "win32" ? ".exe" : "";
const writer = new Lines(`${TARGET}/debug/examples/snippets${SUFFIX}`);

const HOST = "https://sonarcloud.io";
const TOKEN = "0123456789abcdef0123456789abcdef01237c19";
const VALUES = { included: TOKEN, placeholder: "${SONAR_BADGE_TOKEN}" };
const NAMES = { "measure:coverage": "Coverage", "measure:duplicated_lines_density": "Duplicated Lines (%)", quality_gate: "Quality Gate" };
const RUNS = Number(process.env.REBADGE_FORMAT_RUNS ?? 300);
// Another sample each time, unless one is named.
const SEED = process.env.REBADGE_SEED === undefined ? {} : { seed: Number(process.env.REBADGE_SEED) };

after(() => {
  writer.end();
  end();
});

const encoded = (value) => new URLSearchParams({ value }).toString().slice("value=".length);

/** The address of a badge's picture, spelled out without the product's help. */
function picture({ project, branch, token }, kind) {
  const [path, metric] = kind.startsWith("measure:") ? ["measure", kind.slice("measure:".length)] : [kind];
  const parts = [`project=${encoded(project)}`];
  if (branch !== null) parts.unshift(`branch=${encoded(branch)}`);
  if (metric) parts.push(`metric=${metric}`);
  if (token in VALUES) parts.push(`token=${VALUES[token]}`);
  return `${HOST}/api/project_badges/${path}?${parts.join("&")}`;
}

function page({ project, branch }) {
  const refined = branch === null ? "" : `&branch=${encoded(branch)}`;
  return `${HOST}/summary/new_code?id=${encoded(project)}${refined}`;
}

/** The pictures in HTML with the links around them, and how many links there are. */
function read(html) {
  const pictures = [];
  let links = 0;
  const value = (node, name) => node.attrs.find((attribute) => attribute.name === name)?.value;
  const walk = (node, around) => {
    let link = around;
    if (node.tagName === "a") {
      links += 1;
      link = value(node, "href");
    }
    if (node.tagName === "img") {
      pictures.push({ image: value(node, "src"), text: value(node, "alt"), link: link ?? null });
    }
    node.childNodes?.forEach((child) => walk(child, link));
  };
  walk(parseFragment(html));
  return { pictures, links };
}

/** One address in one spelling: a blank may be `+` or `%20`, and what needs no encoding may be encoded. */
const plain = (address) =>
  address?.replaceAll("+", "%20").replaceAll(/%(24|7B|7D|2A|2D|2E|5F)/g, (code) => decodeURIComponent(code));

const isBlank = (text) => /^[\p{Cc}\p{White_Space}]*$/u.test(text);

const oneLine = (text) => text?.replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ").replaceAll(/\s+/gu, " ").trim();

// Characters and strings that mean something in one format or another.
const SIGNIFICANT = fc.constantFrom(
  ..."[](){}<>|!*_`~^#$&\"'\\/@%+-=:;,.?§ \t\n\r\u00a0\u2028\u202e\u200f",
  "](x)", "![", "--", "...", "++", "**", "__", "(C)", "->", "<<", ">>", "{x}", "&amp;", "&#93;", "</a>", "\"]", "'>", "==", "||", ":target:", "..", "[/img]", "[url=", "é", "ש", "漢", "🏳️‍🌈",
);
const hostile = fc.oneof(
  fc.array(fc.oneof(SIGNIFICANT, fc.stringMatching(/^[a-z]$/)), { minLength: 1, maxLength: 24 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
);
const project = fc.stringMatching(/^[A-Za-z0-9_.:-]{0,24}[A-Za-z_.:-]{1,8}$/);
const kinds = fc.uniqueArray(fc.constantFrom(...Object.keys(NAMES)), { minLength: 1 });

const wishes = fc.record({
  project,
  branch: fc.option(hostile),
  kinds,
  link: fc.constantFrom("summary", "nothing"),
  token: fc.constantFrom("included", "placeholder", "left-out"),
  alternative: fc.option(hostile),
});

for (const [format, [parser, render]] of Object.entries(PARSERS)) {
  test(`${format}: ${parser} finds each badge once, whatever the names`, async () => {
    const check = async (wish) => {
      const snippet = await writer.ask({ ...wish, format });
      // A branch or a text that cannot be one.
      if (snippet === null) return;
      const { pictures, links } = read(await render(snippet));
      const alone = wish.kinds.length === 1 && wish.alternative !== null && !isBlank(wish.alternative);
      const wanted = wish.kinds.map((kind) => ({
        image: plain(picture(wish, kind)),
        text: format === "bbcode" ? undefined : oneLine(alone ? wish.alternative : NAMES[kind]),
        link: wish.link === "nothing" ? null : plain(page(wish)),
      }));
      const found = pictures.map(({ image, text, link }) => ({
        image: plain(image),
        text: format === "bbcode" ? undefined : oneLine(text ?? ""),
        link: link && plain(link),
      }));
      assert.deepEqual(found, wanted, snippet);
      assert.equal(links, wish.link === "nothing" ? 0 : wish.kinds.length, snippet);
    };
    await fc.assert(fc.asyncProperty(wishes, check), { numRuns: RUNS, ...SEED });
  });
}

test("image URLs stand alone, a line each", async () => {
  const wish = { project: "acme:pay", branch: "a b", kinds: Object.keys(NAMES), link: "summary", token: "included", alternative: null };
  const snippet = await writer.ask({ ...wish, format: "image-url" });
  assert.deepEqual(snippet.split("\n"), wish.kinds.map((kind) => picture(wish, kind)));
});

test("Confluence's wiki markup, for which there is no parser, is as its documentation has it", async () => {
  const wish = { project: "acme:pay", branch: null, kinds: ["quality_gate"], link: "summary", token: "left-out", alternative: "a|b!]" };
  const snippet = await writer.ask({ ...wish, format: "confluence" });
  assert.equal(snippet, `[!${picture(wish, "quality_gate")}|alt=a&#124;b&#33;&#93;!|${page(wish)}]`);
});
