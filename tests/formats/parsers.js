// The formats' own parsers: each turns a snippet into HTML.
import { fileURLToPath } from "node:url";
import * as asciidoctor from "@asciidoctor/core";
import bbob from "@bbob/html";
import bbobHtml5 from "@bbob/preset-html5";
import { HtmlRenderer, Parser } from "commonmark";
import rehypeStringify from "rehype-stringify";
import textile from "textile-js";
import { unified } from "unified";
import uniorgParse from "uniorg-parse";
import uniorgRehype from "uniorg-rehype";
import { Lines } from "./lines.js";

const docutils = new Lines(process.env.REBADGE_PYTHON ?? "python3", fileURLToPath(new URL("render.py", import.meta.url)));

const markdown = (snippet) => new HtmlRenderer().render(new Parser().parse(snippet));
const org = unified()
  .use(uniorgParse)
  .use(uniorgRehype)
  .use(rehypeStringify, { allowDangerousHtml: true });

/** By the format's id: the parser's name, and what it makes of a snippet. */
export const PARSERS = {
  markdown: ["commonmark.js", markdown],
  "markdown-references": ["commonmark.js", markdown],
  html: ["parse5", (snippet) => snippet],
  rest: ["docutils", (snippet) => docutils.ask(snippet)],
  asciidoc: ["Asciidoctor", async (snippet) => String(await asciidoctor.convert(snippet, { safe: "secure" }))],
  textile: ["textile-js", (snippet) => textile.convert(snippet)],
  org: ["uniorg", async (snippet) => String(await org.process(snippet))],
  bbcode: ["BBob", (snippet) => bbob(snippet, bbobHtml5())],
};

/** Lets go of the parsers that are programs of their own. */
export const end = () => docutils.end();
