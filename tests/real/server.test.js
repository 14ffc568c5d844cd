// The extension on the pages of a real SonarQube Server at its own address: 26.9
// at the root of its origin, 9.9 under a context path.
import assert from "node:assert/strict";
import { PROJECT } from "../browser/support/scene.js";
import {
  announces, byRole, clipboard, entries, eventually, ifThere, press, pressAway, reads, words,
} from "../browser/support/screen.js";
import { age, openReady, RENEWED } from "../browser/support/renewal.js";
import { fillIn } from "../browser/support/form.js";
import { same } from "../browser/support/same.js";
import { parts } from "./support/product.js";
import { ownSnippet, renewByItself } from "./support/server-page.js";
import { serverScene } from "./support/scene.js";
import { Server } from "./support/server.js";

for (const server of Server.all()) declare(server, serverScene(server));

function declare(server, testScene) {
  const test = (name, options, body) => testScene(`Server ${server.version}: ${name}`, options, body);
  const badge = (project, token) =>
    `${server.baseUrl}/api/project_badges/measure?project=${project}&metric=alert_status&token=${token}`;

  /** What a README shows for a badge with a token: its words. */
  const shown = async (token) =>
    (await (await fetch(badge(PROJECT, token))).text()).replaceAll(/<[^!>]*>/g, " ");

  /** Checks that what is copied holds the token there really is; answers it. */
  async function copiesTheRealToken(visit, popup, project = PROJECT) {
    const token = await server.token(project);
    await eventually(async () => {
      await press(popup, "Copy Markdown");
      await announces(popup, "Markdown copied.");
      return parts(await clipboard(popup));
    }, ({ image, link }) => {
      same(image, badge(project, token));
      assert.equal(link, `${server.baseUrl}/dashboard?id=${project}`);
    });
    return token;
  }

  test("nobody is told to sign in, and led back by the product's form", { as: null }, async (visit) => {
    await visit.go(`/dashboard?id=${PROJECT}`);
    await visit.page.waitForFunction(() => location.pathname.endsWith("/sessions/new"));
    const popup = await visit.click();
    await reads(popup, "You are not signed in to SonarQube.");
    await pressAway(popup, "Sign in");
    await fillIn(visit.page, "ada", server.password("ada"));
    const back = new URL(visit.page.url());
    assert.deepEqual([back.origin + back.pathname, back.searchParams.get("id")], [`${server.baseUrl}/dashboard`, PROJECT]);
    await openReady(visit);
  });

  test("our Markdown is the product's own", {}, async (visit) => {
    const page = await visit.go(`/dashboard?id=${PROJECT}`);
    const own = parts(await ownSnippet(page, server, PROJECT));
    const popup = await visit.openProject();
    await byRole(popup, "image", "Quality Gate Status");
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    const ours = parts(await clipboard(popup));
    same(ours.image, own.image);
    assert.equal(ours.link, own.link);
    assert.equal(ours.label.toLowerCase(), own.label.toLowerCase());
    assert.deepEqual(visit.heard, []);
  });

  test("there is no organization, and the version is told", {}, async (visit) => {
    const popup = await openReady(visit);
    await reads(popup, `SonarQube ${server.version}`);
    assert.doesNotMatch(await words(popup), /Organization/);
    assert.equal(await ifThere(popup, "button", "Copy organization key"), null);
    await press(popup, "Connection details");
    await press(popup, "Copy properties");
    await announces(popup, "Properties copied.");
    assert.equal(await clipboard(popup), `sonar.host.url=${server.baseUrl}\nsonar.projectKey=${PROJECT}\n`);
  });

  test("our button renews: the old badge is an error, the new one and the product's page are alive", {}, async (visit) => {
    const popup = await openReady(visit);
    const old = await server.token(PROJECT);
    assert.match(await shown(old), /passed/i);
    await press(popup, "Renew token");
    await announces(popup, RENEWED);
    const token = await copiesTheRealToken(visit, popup);
    assert.ok(token !== old, "there is a new token");
    assert.match(await shown(old), /Project has not been found/);
    assert.match(await shown(token), /passed/i);
    assert.deepEqual(visit.heard, []);
    const own = parts(await ownSnippet(await visit.go("/projects"), server, PROJECT));
    same(own.image, badge(PROJECT, token));
  });

  test("the product's own button renews: the next popup has the new token, and says that it changed", {}, async (visit) => {
    await openReady(visit);
    await visit.popup.close();
    const old = await server.token(PROJECT);
    await ownSnippet(visit.page, server, PROJECT);
    await renewByItself(visit.page, server);
    await eventually(() => server.token(PROJECT), (now) => now !== old);
    const popup = await openReady(visit);
    await copiesTheRealToken(visit, popup);
    assert.match(await age(popup), /^Changed /);
  });

  test("bo, who may browse, reads and cannot renew", { as: "bo" }, async (visit) => {
    const popup = await openReady(visit);
    await copiesTheRealToken(visit, popup);
    await reads(popup, "Renewing takes the Administer permission on this project.");
  });

  test("all projects are the Server's, hostile names and all", { as: "bo" }, async (visit) => {
    const popup = await visit.open("/projects");
    const { hostile } = server.projects;
    const names = await eventually(() => entries(popup), (all) => all.length >= 5);
    assert.ok(names.some((name) => name.includes("<script>alert(1)</script>")), `${names}`);
    await (await byRole(popup, "searchbox", "Choose a project")).type(hostile);
    await popup.keyboard.press("Enter");
    await copiesTheRealToken(visit, popup, hostile);
    assert.deepEqual(visit.heard, []);
  });

  if (server.context !== "") {
    test("a page beside its context path is none of it, whatever it says, and asked nothing", {}, async (visit) => {
      const page = await visit.go(`${server.origin}/elsewhere`);
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.evaluate((icon) => {
        document.head.innerHTML = `<meta name="application-name" content="SonarQube"><link rel="icon" href="${icon}">`;
      }, `${server.context}/favicon.ico`);
      await reads(await visit.click(), "This is not a SonarQube page.");
      assert.deepEqual(asked.filter((path) => path.includes("/api/")), []);
      // On the server's own page such a request is seen.
      await visit.openProject();
      await eventually(() => asked, (all) => all.includes(`${server.context}/api/system/status`));
    });
  }
}
