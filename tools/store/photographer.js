// Who takes the pictures: somebody at the browser, as the tests' helpers know one, in
// an organization made for the purpose.
import { mkdir, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isListed } from "../../tests/browser/support/dashboard.js";
import { openDashboard } from "../../tests/browser/support/dashboard-list.js";
import { enterBackRoom } from "../../tests/browser/support/browser.js";
import { renewed, write } from "../../tests/browser/support/due.js";
import { dress } from "../../tests/browser/support/pictures.js";
import { clickToolbarButton } from "../../tests/browser/support/popup.js";
import { signIn } from "../../tests/browser/support/people.js";
import { framed } from "./frame.js";

const FOLDER = fileURLToPath(new URL("../../docs/store/screenshots/", import.meta.url));
const SIZE = { width: 1280, height: 800 };
const HOST = "https://sonarcloud.io";
const ORGANIZATION = "octo-harbor";

/** The projects: a name each, and how many days ago its token was renewed. */
const PROJECTS = [
  ["Berth Planner", 12], ["Billing", 71], ["Cargo Tracking", 64], ["Container Registry", 3], ["Crane Control", 58],
  ["Customs Gateway", 66], ["Dock Scheduler", 31], ["Gate Terminal", 9], ["Ledger", 62], ["Payments Service", 88],
  ["Pilot Booking", 20], ["Ship Simulator", 44], ["Tide Forecast", 5], ["Weather Feed", 17],
];
const MEASURES = [["alert_status", "passed"], ["coverage", "87.2%"], ["bugs", "0"], ["ncloc", "12k"]];
const keyOf = (name) => `${ORGANIZATION}_${name.toLowerCase().replaceAll(" ", "-")}`;
const PAGE = `/project/overview?id=${keyOf("Payments Service")}`;

export class Photographer {
  constructor(chromium, standIn) {
    this.chromium = chromium;
    this.browser = chromium.browser;
    this.id = chromium.id;
    this.origin = chromium.origin;
    this.standIn = standIn;
  }

  /** Founds the organization, signs in, and makes room for the pictures. */
  async prepare() {
    await mkdir(FOLDER, { recursive: true });
    for (const name of await readdir(FOLDER)) await rm(FOLDER + name);
    await this.standIn.addOrganization({ key: ORGANIZATION, projects: 0, visibility: "private" });
    for (const [name] of PROJECTS) {
      await this.standIn.addProject({ key: keyOf(name), name, organization: ORGANIZATION, measures: MEASURES });
    }
    await signIn(this.browser, this.standIn, "ada");
    const ledger = PROJECTS.map(([name, days]) => [`ledger ${HOST} ${keyOf(name)}`, renewed(days)]);
    await write(await enterBackRoom(this.chromium), Object.fromEntries(ledger));
    this.page = await this.browser.newPage();
    await this.page.setViewport(SIZE);
  }

  /** Goes to a page of the host. */
  async go(address) {
    await this.page.goto(HOST + address);
    return this.page;
  }

  /** The popup in a plain window. */
  async takePopup(name, scheme, work) {
    await this.go(PAGE);
    const popup = await clickToolbarButton(this.chromium, this.page);
    await dress(popup, scheme);
    await work(popup);
    await popup.evaluate(() => document.activeElement?.blur());
    const shown = await popup.screenshot({ encoding: "base64" });
    await popup.close();
    const stage = await this.browser.newPage();
    await stage.setViewport(SIZE);
    await stage.setContent(framed({ scheme, shown, address: new URL(PAGE, HOST).href.replace("https://", "") }));
    await this.#take(stage, name);
  }

  /** The page of all projects, as large as the picture. */
  async takeDashboard(name, scheme, work) {
    const board = await openDashboard(this, `/organizations/${ORGANIZATION}/projects`);
    await board.setViewport(SIZE);
    await dress(board, scheme);
    await isListed(board);
    await work(board);
    await this.#take(board, name);
  }

  async #take(page, name) {
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    console.log(`docs/store/screenshots/${name}.png`);
    await page.close();
  }
}
