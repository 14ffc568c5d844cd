// From a page without a project to one, on a real server behind the façade: the
// organization is the façade's, its projects are the server's own lists.
import assert from "node:assert/strict";
import { PROJECT } from "../browser/support/scene.js";
import { atTheForm } from "../browser/support/form.js";
import { announces, clipboard, enabled, entries, eventually, press, reads } from "../browser/support/screen.js";
import { realScene } from "./support/scene.js";

const test = realScene();

/** The requests that list projects, with what came of them. */
const lists = async (visit) =>
  (await visit.standIn.state()).log
    .filter(({ path, query }) => /projects\/search$|search_projects$/.test(path) && query.organization)
    .map(({ path, status }) => `${status} ${path}`);

test("ada goes from her organizations to its projects to one of them", {}, async (visit) => {
  const popup = await visit.open("/projects");
  await reads(popup, "Choose an organization");
  await press(popup, "Copy organization key");
  await announces(popup, "Organization key acme-payments copied.");
  assert.equal(await clipboard(popup), "acme-payments");
  await press(popup, "Acme Payments acme-payments");
  await press(popup, `Payments Service ${PROJECT} Private`);
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const token = await visit.standIn.token(PROJECT);
  assert.ok((await clipboard(popup)).includes(`&token=${token})`), "the token");
  assert.deepEqual(await lists(visit), ["200 /api/projects/search"]);
  assert.deepEqual(visit.heard, []);
});

test("a project that the web UI went to by itself, without loading a page, is the popup's", {}, async (visit) => {
  const page = await visit.go("/projects");
  await (await page.waitForSelector(`a[href*="id=${PROJECT}"]`)).press("Enter");
  await page.waitForFunction(() => location.pathname === "/dashboard");
  const popup = await visit.click();
  await enabled(popup, "Copy Markdown");
  await reads(popup, "Payments Service");
});

test("bo, who administers nothing, gets the same list from where the web UI has it", { as: "bo" }, async (visit) => {
  const popup = await visit.open("/projects");
  await press(popup, "Acme Payments acme-payments");
  const all = await eventually(() => entries(popup), (names) => names.includes("Payments Service"));
  // Whatever was analysed comes first.
  assert.equal(all.indexOf("Payments Service") < all.indexOf("Fresh"), true);
  assert.deepEqual(await lists(visit), ["403 /api/projects/search", "200 /api/components/search_projects"]);
  await popup.keyboard.type("script");
  await eventually(() => entries(popup), (names) => names.length === 1 && names[0].startsWith("<script>"));
});

test("dee finds the public project, and no private one", { as: "dee" }, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/projects");
  const all = await eventually(() => entries(popup), (names) => names.length > 0);
  assert.ok(all.includes("Open Docs"));
  for (const secret of ["Payments Service", "Checkout UI", "Fresh"]) assert.ok(!all.includes(secret), secret);
});

test("nobody is asked to sign in for a list", { as: null }, async (visit) => {
  await visit.go("/projects");
  await atTheForm(visit.page);
  const popup = await visit.click();
  await reads(popup, "You are not signed in to SonarQube.");
  await enabled(popup, "Sign in");
});
