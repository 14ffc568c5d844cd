// The shortest honest JavaScript that does the popup's main job on a project's
// page of SonarQube Cloud, and nothing else: what Rebadge is measured against.
// Same HTML, same requests, same marks; no framework, no words but English.
const BADGE = ["alert_status", "Quality Gate Status"];
const KINDS = [BADGE[1], "Coverage", "Bugs", "Code Smells", "Duplicated Lines (%)", "Lines of Code", "Maintainability Rating",
  "Reliability Rating", "Security Rating", "Technical Debt", "Vulnerabilities", "Security Hotspots"];
const FORMATS = ["Markdown", "Markdown (reference)", "HTML", "reStructuredText", "AsciiDoc", "Textile", "Org", "BBCode", "Wiki", "Image URL"];

const find = (id) => document.getElementById(id);
const choices = (id, names) => find(id).replaceChildren(...names.map((name) => new Option(name)));

/** Runs inside the page, with the person's session: the three questions side by side. */
function inPage(project) {
  const read = async (path) => (await fetch(path, { headers: { accept: "application/json" }, cache: "no-store" })).json();
  const [component, of] = ["component", "project"].map((name) => new URLSearchParams({ [name]: project }));
  return Promise.all([
    read(`/api/navigation/component?${component}`),
    read(`/api/project_badges/token?${of}`),
    read(`/api/project_branches/list?${of}`),
  ]);
}

const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const { origin, searchParams } = new URL(tab.url);
const project = searchParams.get("id");
const asked = chrome.scripting.executeScript({ target: { tabId: tab.id }, func: inPage, args: [project], injectImmediately: true });

find("instance").textContent = "SonarQube Cloud · EU";
find("project-key").textContent = project;
choices("kind", KINDS);
choices("format", FORMATS);

const [{ result: [component, { token }, { branches }] }] = await asked;
find("organization").textContent = component.organization;
performance.mark("rebadge:organization");
find("project-name").textContent = component.name;
find("visibility").textContent = component.visibility;
find("visibility").hidden = false;
choices("branch", branches.map(({ name }) => name));

const image = `${origin}/api/project_badges/measure?${new URLSearchParams({ project, metric: BADGE[0], token })}`;
const markdown = `[![${BADGE[1]}](${image})](${origin}/summary/new_code?${new URLSearchParams({ id: project })})`;
const masked = "•".repeat(8) + token.slice(-4);
find("snippet").textContent = markdown.replace(token, masked);
find("token").textContent = masked;
for (const button of document.querySelectorAll("#project button")) button.disabled = false;
find("copy-snippet").addEventListener("click", () => navigator.clipboard.writeText(markdown));
performance.mark("rebadge:markdown");

const svg = await (await fetch(image, { credentials: "omit", cache: "no-store" })).text();
const picture = new Image();
picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
find("pictures").replaceChildren(picture);
