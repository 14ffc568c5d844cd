// The connection details, the instance of the US, and pages of other sites.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  announces, clipboard, enabled, eventually, ifThere, press, pressAway, reads, words,
} from "./support/screen.js";

const test = scene();

const properties = (popup) => popup.$eval("pre", (it) => it.textContent);

test("the connection details of a project are what connectors and scanners ask for", {}, async (visit) => {
  const popup = await visit.openProject();
  await press(popup, "Connection details");
  for (const [name, said, text] of [
    ["Copy organization key", "Organization key copied.", "acme-payments"],
    ["Copy region", "Region copied.", "EU"],
    ["Copy base URL", "Base URL copied.", "https://sonarcloud.io"],
    [
      "Copy properties", "Properties copied.",
      `sonar.host.url=https://sonarcloud.io\nsonar.organization=acme-payments\nsonar.projectKey=${PROJECT}\n`,
    ],
  ]) {
    await press(popup, name);
    await announces(popup, said);
    assert.equal((await clipboard(popup)).replaceAll("\r\n", "\n"), text);
  }
  assert.match(await words(popup), /REGION\s+EU\s+BASE URL\s+https:\/\/sonarcloud\.io/i);
  assert.equal(await ifThere(popup, "button", "Connection details"), null, "it is open already");
  await press(popup, "Back");
  await enabled(popup, "Copy Markdown");
});

test("the connection details of an organization name no project", {}, async (visit) => {
  const popup = await visit.open("/organizations/acme-payments/members");
  await press(popup, "Connection details");
  await reads(popup, "sonar.organization=acme-payments");
  assert.equal(await properties(popup), "sonar.host.url=https://sonarcloud.io\nsonar.organization=acme-payments\n");
});

test("on sonarqube.us the region is named, in the chip and in the properties", {}, async (visit) => {
  const popup = await visit.open(`https://sonarqube.us/project/overview?id=${PROJECT}`);
  await enabled(popup, "Copy Markdown");
  await reads(popup, "SonarQube Cloud · US");
  await press(popup, "Copy Markdown");
  await announces(popup, "Markdown copied.");
  const token = await visit.standIn.token(PROJECT);
  assert.equal(
    await clipboard(popup),
    `[![Quality Gate Status](https://sonarqube.us/api/project_badges/measure?project=${PROJECT}&metric=alert_status&token=${token})](https://sonarqube.us/summary/new_code?id=${PROJECT})`,
  );
  await press(popup, "Connection details");
  assert.equal(
    await properties(popup),
    `sonar.host.url=https://sonarqube.us\nsonar.region=us\nsonar.organization=acme-payments\nsonar.projectKey=${PROJECT}\n`,
  );
  await press(popup, "Copy region");
  await announces(popup, "Region copied.");
  assert.equal(await clipboard(popup), "US");
});

for (const address of [
  "https://other.example/",
  "https://other.example/project/overview?id=acme-payments_payments-service",
  "https://other.example/https://sonarcloud.io/project/overview?id=acme-payments_payments-service",
  "about:blank",
  "data:text/html,<title>sonarcloud.io</title>sonarcloud.io",
]) {
  test(`on ${address} it is said that this is no page of SonarQube Cloud, and nobody is asked anything`, {}, async (visit) => {
    await visit.go(address);
    const before = (await visit.standIn.state()).log.length;
    const popup = await visit.click();
    await reads(popup, "This is not a SonarQube page.");
    await reads(popup, "Open a page of sonarcloud.io, sonarqube.us or a SonarQube Server, then click the toolbar button there.");
    await enabled(popup, "Open SonarQube Cloud");
    await enabled(popup, "Open SonarQube Cloud US");
    assert.equal((await visit.standIn.state()).log.length, before);
    const foreign = await popup.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !name.startsWith(location.origin)),
    );
    assert.deepEqual(foreign, []);
    for (const name of ["Back", "All projects", "Connection details"]) {
      assert.equal(await ifThere(popup, "button", name), null, name);
    }
  });
}

test("from another site a button opens SonarQube Cloud in a tab of its own", {}, async (visit) => {
  const popup = await visit.open("https://other.example/");
  const opened = visit.browser.waitForTarget((target) => target.url().startsWith("https://sonarqube.us"), { timeout: 8_000 });
  await pressAway(popup, "Open SonarQube Cloud US");
  await opened;
  assert.match(visit.page.url(), /^https:\/\/other\.example\//);
});

for (const path of [
  `/portfolios?id=${PROJECT}`, "/quality_gates/show?id=9", `/issues?id=${PROJECT}`,
  `/organizations/acme-payments/quality_gates/show?id=${PROJECT}`,
]) {
  test(`${path} is no project's page: no project is asked about`, {}, async (visit) => {
    await visit.go(path);
    const popup = await visit.click();
    await eventually(
      () => popup.evaluate(() => document.querySelector("ul").ariaBusy),
      (busy) => busy === "false",
    );
    const asked = await visit.standIn.requests();
    assert.deepEqual(asked.filter((one) => !/organizations\/search|projects\/search/.test(one)), []);
    assert.equal(await visit.standIn.token(PROJECT), null, "no token was made");
  });
}

for (const id of ["12345", "<script> a"]) {
  test(`a page whose id is “${id}” has no project: my organizations are listed instead`, {}, async (visit) => {
    const popup = await visit.open(`/project/overview?${new URLSearchParams({ id })}`);
    await reads(popup, "Acme Payments");
    assert.deepEqual(await visit.standIn.requests(), ["GET /api/organizations/search"]);
  });
}

for (const path of [
  `/dashboard?id=${PROJECT}`, `/project/issues?issueStatuses=OPEN&id=${PROJECT}`, `/component_measures?id=${PROJECT}`,
  `/project_roles?id=${PROJECT}`, `/dashboard/index/${PROJECT}`,
]) {
  test(`${path} is a page of the project`, {}, async (visit) => {
    const popup = await visit.open(path);
    await enabled(popup, "Copy Markdown");
    await reads(popup, "Payments Service");
    const answered = await visit.standIn.requests();
    assert.equal(answered.filter((one) => one.endsWith("project_badges/token")).length, 1);
  });
}
