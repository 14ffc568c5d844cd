// Selectors as puppeteer has them: CSS, XPath, and role and name.

/** Takes a selector apart: what to look for inside the page, and what to ask of accessibility. */
export function parse(selector) {
  const xpath = /^::-p-xpath\((.*)\)$/s.exec(selector);
  if (xpath) return { xpath: xpath[1] };
  const aria = /^aria\/(.*)$/s.exec(selector) ?? /^::-p-aria\((.*)\)$/s.exec(selector);
  if (!aria) return { css: selector };
  const role = /\[role=["'](.*?)["']\]$/.exec(aria[1]);
  const name = (role ? aria[1].slice(0, role.index) : aria[1]).replaceAll(/\s+/g, " ").trim();
  return { role: role?.[1] ?? null, name: name === "" ? null : name };
}

/** What may have a role, before accessibility is asked. */
const LIKELY = {
  button: "button, input[type=button], input[type=submit], summary",
  checkbox: "input[type=checkbox]",
  combobox: "select, input[list]",
  heading: "h1, h2, h3, h4",
  image: "img, svg",
  img: "img, svg",
  link: "a[href]",
  radio: "input[type=radio]",
  searchbox: "input[type=search]",
  spinbutton: "input[type=number]",
  textbox: "input, textarea",
  dialog: "dialog",
  group: "fieldset, details",
};
const ANY = "a, button, input, select, textarea, img, [role], [aria-label]";

/** The CSS for everything that may be of a role. */
export const likely = (role) => (role === null ? ANY : [LIKELY[role], `[role~="${role}"]`].filter(Boolean).join(", "));

/** In the page: the elements below another one that CSS or XPath finds. */
export const FIND = `
  const [root, { css, xpath }] = arguments;
  const from = root ?? document;
  if (css) return [...from.querySelectorAll(css)];
  const found = document.evaluate(xpath, from, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  return Array.from({ length: found.snapshotLength }, (_, place) => found.snapshotItem(place));`;

/** In the page: the visible elements that may be of a role and have a name; whether they do is accessibility's to say. */
export const CANDIDATES = `
  const [root, css, name] = arguments;
  const squeeze = (text) => (text ?? "").replaceAll(/\\s+/g, "");
  const wanted = squeeze(name);
  const telling = "[aria-label], [aria-labelledby], [alt], [title], [placeholder], [value]";
  const maybe = (it) =>
    name === null || it.labels?.length > 0 || it.matches(telling) || it.querySelector(telling) !== null
    || squeeze(it.textContent).includes(wanted);
  return [...(root ?? document).querySelectorAll(css)].filter((it) => it.checkVisibility() && maybe(it));`;
