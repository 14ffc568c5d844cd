// Where the bench takes place: a quick stand-in with a large organization, a
// Chromium, a tab on the host that the toolbar button was pressed on, and the
// dashboard beside it.
import { startBrowser, stopBrowser } from "../browser/support/browser.js";
import { signIn } from "../browser/support/people.js";
import { clickToolbarButton } from "../browser/support/popup.js";
import { StandIn } from "../browser/support/stand-in.js";

export const HOST = "https://sonarcloud.io";

/** Organizations: the large one to list, and one whose tokens are all due. */
export const LARGE = "large";
export const DUE = "due";

export class Place {
  /** Opens it; `args` are more of Chromium's. */
  static async open({ projects, due, args = [] }) {
    const place = new this();
    place.standIn = await StandIn.start();
    await place.standIn.addProjects({ organization: LARGE, count: projects });
    await place.standIn.addProjects({ organization: DUE, count: due, private_share: 1 });
    await place.standIn.permit({ login: "ada", browse: true, administer: true });
    place.chromium = await startBrowser(place.standIn, { args });
    const { browser, id } = place.chromium;
    await signIn(browser, place.standIn, "ada");
    place.host = await browser.newPage();
    await place.host.goto(`${HOST}/organizations/${LARGE}/projects`);
    const popup = await clickToolbarButton(place.chromium, place.host);
    await popup.close();
    // A document of the extension in which none of its programs runs.
    place.backRoom = await browser.newPage();
    await place.backRoom.goto(`chrome-extension://${id}/manifest.json`);
    place.tab = await place.backRoom.evaluate(
      async (host) => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith(host)).id,
      HOST,
    );
    return place;
  }

  /** Opens the dashboard of an organization; answers its page at once. */
  async dashboard(organization) {
    const { browser, id } = this.chromium;
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    // When requests of the list are sent: the host's own timeline has none of a
    // world that is not the page's.
    await page.evaluateOnNewDocument(() => {
      globalThis.asked = [];
      const { scripting } = chrome;
      const send = scripting.executeScript.bind(scripting);
      scripting.executeScript = (injection) => {
        if (injection.args?.[0].path?.startsWith("/api/projects/search?")) globalThis.asked.push(performance.now());
        return send(injection);
      };
    });
    const query = new URLSearchParams({ base: HOST, organization, tab: this.tab });
    await page.goto(`chrome-extension://${id}/dashboard.html?${query}`);
    return page;
  }

  /** The same, once everything is listed. */
  async listed(organization) {
    const page = await this.dashboard(organization);
    await marked(page, "rebadge:listed");
    return page;
  }

  /** Makes the storage as it is after installing, with these records in it. */
  async store(records = {}) {
    await this.backRoom.evaluate(async (records) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set(records);
    }, records);
  }

  /** Has every answer of the web API come later, or not. */
  async far(milliseconds) {
    await this.standIn.clearFaults();
    if (milliseconds > 0) await this.standIn.fault({ path: "/api/*", kind: "delay", ms: milliseconds });
  }

  async close() {
    if (this.chromium) await stopBrowser(this.chromium.browser);
    this.standIn?.stop();
  }
}

/** Waits for a mark in a page's timeline; answers its milliseconds since the page was gone to. */
export async function marked(page, name) {
  const found = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, {}, name);
  return found.jsonValue();
}
