// The demo: what a person does with Rebadge on a private project, done in a
// real browser by its real toolbar button, and checked behind the scenes
// against the stand-in for SonarQube Cloud; with `--server` against a real
// SonarQube Server behind a façade, which REBADGE_SERVERS tells of.
import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Stage } from "./demo/stage.js";
import { same, step, StepFailed } from "./demo/teller.js";
import { atTheForm, fillIn } from "./support/form.js";
import { clickToolbarButton } from "./support/popup.js";
import { isListed } from "./support/dashboard.js";
import { alerts, announces, byRole, choose, clipboard, press, pressAway, reads, status } from "./support/screen.js";
import { watch } from "./support/watch.js";

const PICTURES = fileURLToPath(new URL("../../dist/demo/", import.meta.url));
const HOST = "https://sonarcloud.io";
const ORGANIZATION = "acme-payments";
const PROJECT = "acme-payments_payments-service";
const PAGE = `${HOST}/dashboard?id=${PROJECT}`;

/** What is to be on the clipboard, spelled out once more without the product. */
const badgeUrl = (token) =>
  `${HOST}/api/project_badges/measure?project=${PROJECT}&metric=alert_status&token=${token}`;
const markdown = (token) =>
  `[![Quality Gate Status](${badgeUrl(token)})](${HOST}/summary/new_code?id=${PROJECT})`;

async function demo(stage) {
  const { browser, cloud, chromium } = stage;
  const [page] = await browser.pages();
  let popup;
  let heard;
  let pictures = 0;
  const picture = (name) => popup.screenshot({ path: `${PICTURES}${++pictures}-${name}.png` });

  await step(`${HOST} is ${stage.name}, for this browser only`, async () => {
    if (!stage.isWindowed) await page.setViewport({ width: 1100, height: 700, deviceScaleFactor: 2 });
    await page.goto(PAGE);
    await atTheForm(page);
  });
  await step("ada signs in, and is on the page of her private project", async () => {
    await fillIn(page, "ada", stage.password);
    // The product's web UI adds to the address what it shows of the project.
    same(page.url().slice(0, PAGE.length), PAGE, "The page after signing in");
    await reads(page, "Payments Service");
    await page.screenshot({ path: `${PICTURES}project-page.png` });
  });
  await step("She clicks Rebadge's button in the toolbar: the badge is there", async () => {
    popup = await clickToolbarButton(chromium, page);
    popup.setDefaultTimeout(10_000);
    heard = await watch(popup);
    // Reading only: what the product may do by itself stays as it is.
    await browser.defaultBrowserContext().setPermission(`chrome-extension://${chromium.id}`, {
      permission: { name: "clipboard-read" },
      state: "granted",
    });
    await popup.waitForSelector("#pictures img");
    await picture("opened");
  });
  await step("Copy organization key", async () => {
    await press(popup, "Copy organization key");
    await says(popup, "Organization key copied.");
    await picture("organization-key-copied");
    const copied = await clipboard(popup);
    same(copied, ORGANIZATION, "The clipboard");
    return copied;
  });
  const oldToken = await cloud.token(PROJECT);
  const copyMarkdown = (token, name) => async () => {
    await press(popup, "Copy Markdown");
    await says(popup, "Markdown copied.");
    await picture(name);
    const copied = await clipboard(popup);
    same(copied, markdown(token), "The clipboard");
    return copied;
  };
  await step("Copy Markdown", copyMarkdown(oldToken, "markdown-copied"));
  await step("The badge of that Markdown shows in a README", async () => {
    await expectPicture(page, badgeUrl(oldToken), /passed/);
  });
  await step("Renew token: once, and the old token is gone", async () => {
    await press(popup, "Renew token");
    await says(popup, "Token renewed. The new Markdown is ready to copy.");
    await popup.waitForSelector("#pictures img");
    await picture("token-renewed");
    same(await cloud.renewals(PROJECT), 1, "The number of renewals");
    const said = await popup.$eval("#token", (it) => it.innerText);
    same(said.slice(-4), (await cloud.token(PROJECT)).slice(-4), "The end of the new token");
    return status(popup);
  });
  const newToken = await cloud.token(PROJECT);
  if (newToken === oldToken) throw new StepFailed("Renew token", "The token is the old one.");
  await step("Copy Markdown again", copyMarkdown(newToken, "new-markdown-copied"));
  await step("The old badge shows an error from now on, the new one is alive", async () => {
    await expectPicture(page, badgeUrl(oldToken), /not (been )?found/);
    await expectPicture(page, badgeUrl(newToken), /passed/);
    same(await cloud.renewals(PROJECT), 1, "The number of renewals");
  });
  await step("All badges: three in a row, as HTML", async () => {
    await press(popup, "All badges");
    for (const id of ["measure:coverage", "measure:ncloc"]) {
      await (await popup.waitForSelector(`li[data-value="${id}"] input`)).click();
    }
    await popup.waitForSelector('li[data-value="measure:bugs"] img');
    await popup.$eval("#badge-rows", (it) => it.scrollTo(0, 0));
    await picture("gallery");
    await choose(popup, "Format", "HTML");
    await press(popup, "Copy HTML");
    await says(popup, "HTML copied.");
    const copied = await clipboard(popup);
    same((copied.match(/<img /g) ?? []).length, 3, "The number of pictures");
    same(copied.split(newToken).length, 4, "The parts between the tokens");
    return copied;
  });
  await step("Nothing else went wrong in the popup", async () => {
    same(await alerts(popup), "", "What the popup complains of");
    same(heard.join("\n"), "", "The popup's console");
  });
  await step("All projects: two of them are selected, and their tokens rotated", async () => {
    const opened = browser.waitForTarget((target) => target.url().includes("/dashboard.html?"));
    await pressAway(popup, "All projects");
    const dashboard = await (await opened).asPage();
    await dashboard.setViewport({ width: 1280, height: 800, deviceScaleFactor: 2 });
    dashboard.setDefaultTimeout(10_000);
    // Rows find their order once the ages of tokens are known.
    await isListed(dashboard);
    for (const name of ["Payments Service", "Checkout UI"]) {
      await (await byRole(dashboard, "checkbox", name)).click();
    }
    await press(dashboard, "Rotate 2 selected");
    await dashboard.screenshot({ path: `${PICTURES}${++pictures}-rotation-planned.png` });
    await press(dashboard, "Renew 2 tokens");
    await says(dashboard, "The rotation is finished.");
    await dashboard.screenshot({ path: `${PICTURES}${++pictures}-rotation-finished.png` });
    same(await cloud.renewals(PROJECT), 2, "The number of renewals of the first");
    same(await cloud.renewals("acme-payments_checkout-ui"), 1, "The number of renewals of the second");
    return status(dashboard);
  });
  console.log(`\nPictures of each step: ${PICTURES}`);
}

/** Waits for a message, and fails with what is said in its place. */
async function says(popup, words) {
  await announces(popup, words).catch(async (error) => {
    throw new Error(`${error.message} ${await alerts(popup).catch(() => "The popup is closed.")}`);
  });
}

async function expectPicture(page, url, words) {
  const svg = await page.evaluate(async (address) => (await fetch(address)).text(), url);
  if (!svg.includes("<svg") || !words.test(svg.toLowerCase())) {
    throw new Error(`The picture at ${url} should say ${words} and is\n    ${svg}`);
  }
}

await rm(PICTURES, { recursive: true, force: true });
await mkdir(PICTURES, { recursive: true });
let stage;
try {
  stage = await Stage.set({ onServer: process.argv.includes("--server") });
  await demo(stage);
  if (stage.isWindowed) {
    console.log("\nThe browser is yours: ada is signed in. Close the browser to end.");
    await stage.untilClosed();
  }
} catch (error) {
  process.exitCode = 1;
  const why = error instanceof StepFailed ? error : new StepFailed("The stage", error);
  console.error(`✗ ${why.message}`);
} finally {
  await stage?.strike();
  // Not to wait for a browser that only half started: it ends with this process.
  process.exit();
}
