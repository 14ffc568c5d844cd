// How the popup looks: pictures of every state in light and dark, contrast,
// sizes, zoom and writing from right to left.
import assert from "node:assert/strict";
import { PROJECT, scene } from "./support/scene.js";
import {
  alarms, announces, byRole, enabled, entries, eventually, overflow, press, reads,
} from "./support/screen.js";
import { dress, picture } from "./support/pictures.js";

const test = scene();

const project = async (popup) => {
  await byRole(popup, "image", "Quality Gate Status");
  await enabled(popup, "Copy Markdown");
};
const listed = (count) => async (popup) => {
  await eventually(() => entries(popup), (names) => names.length === count);
};
const at = (id) => `/project/overview?id=${id}`;

const STATES = [
  ["project", at(PROJECT), {}, async (popup) => {
    await project(popup);
    await reads(popup, "First seen");
  }],
  ["project-copied", at(PROJECT), {}, async (popup) => {
    await press(popup, "Copy Markdown");
    await announces(popup, "Markdown copied.");
    await project(popup);
  }],
  ["project-token-shown", at(PROJECT), {}, async (popup) => {
    await project(popup);
    await press(popup, "Show token");
  }],
  ["project-without-administer", at(PROJECT), { as: "bo" }, project],
  ["project-public", at("acme-payments_open-docs"), {}, project],
  ["project-public-unfolded", at("acme-payments_open-docs"), { mayScroll: true }, async (popup) => {
    await project(popup);
    await press(popup, "Badge token none needed: this project is public");
  }],
  ["project-never-analysed", at("acme-payments_fresh"), {}, (popup) => reads(popup, "Nothing to show yet")],
  ["project-long-name", at("acme-payments_long"), {}, project],
  ["project-right-to-left-name", at("acme-payments_rtl"), {}, project],
  ["project-loading", at(PROJECT), { fault: { path: "/api", kind: "delay", ms: 4_000 } }, (popup) => reads(popup, PROJECT)],
  ["project-token-unread", at(PROJECT), { mayScroll: true, fault: { path: "/api/project_badges/token", kind: "status", status: 503 } },
    (popup) => alarms(popup, "has no token")],
  ["project-component-unread", at(PROJECT), { mayScroll: true, fault: { path: "/api/navigation/component", kind: "status", status: 503 } },
    (popup) => alarms(popup, "Not everything")],
  ["project-token-in-navigation", at(PROJECT), { profile: "CloudTokenInNavigation" }, async (popup) => {
    await project(popup);
    await byRole(popup, "button", "Open project information");
  }],
  ["project-no-token-offered", at(PROJECT), { profile: "CloudNeither" }, async (popup) => {
    await alarms(popup, "has no token");
    await byRole(popup, "button", "Open project information");
  }],
  ["organization", "/organizations/acme-payments/projects", {}, listed(9)],
  ["organization-large", "/organizations/globex/projects", {}, (popup) => reads(popup, "And 1140 more")],
  ["organization-empty", "/organizations/initech/projects", {}, (popup) => reads(popup, "no projects that you may see")],
  ["organization-nothing-found", "/organizations/acme-payments/projects", {}, async (popup) => {
    await listed(9)(popup);
    await popup.keyboard.type("nothing at all");
    await reads(popup, "Nothing matches the filter.");
  }],
  ["organization-in-trouble", "/organizations/acme-payments/projects", { fault: { path: "/api", kind: "status", status: 503 } },
    (popup) => alarms(popup, "503")],
  ["organization-incomplete", "/organizations/globex/projects", { fault: { path: "/api/projects/search", kind: "status", status: 503, skip: 1 } },
    (popup) => alarms(popup, "Not all entries")],
  ["organizations", "/projects", {}, listed(3)],
  ["organizations-none", "/projects", { as: "dee" }, (popup) => reads(popup, "not a member")],
  ["connection", at(PROJECT), {}, async (popup) => {
    await press(popup, "Connection details");
    await reads(popup, "Scanner properties");
  }],
  ["not-signed-in", "/projects", { as: null }, (popup) => alarms(popup, "not signed in")],
  ["no-browse", at(PROJECT), { as: "dee" }, (popup) => alarms(popup, "You may not see this project.")],
  ["unknown-project", at("acme-payments_gone"), {}, (popup) => alarms(popup, "does not know this")],
  ["rate-limited", at(PROJECT), { fault: { path: "/api", kind: "status", status: 429, retry_after: 30 } }, (popup) => alarms(popup, "pause")],
  ["server-in-trouble", at(PROJECT), { fault: { path: "/api", kind: "status", status: 503 } }, (popup) => alarms(popup, "503")],
  ["web-page-instead", at(PROJECT), { fault: { path: "/api", kind: "html" } }, (popup) => alarms(popup, "web page")],
  ["not-sonar", "https://other.example/", {}, (popup) => alarms(popup, "This is not")],
];

for (const [name, address, { fault, mayScroll, ...options }, ready] of STATES) {
  test(`${name}: readable in light and dark, of the popup's size, nothing cut off`, options, async (visit) => {
    await visit.go(address);
    if (fault) await visit.standIn.fault(fault);
    const popup = await visit.click();
    await ready(popup);
    await picture(popup, name);
    const { sideways, main, width, height } = await overflow(popup);
    const found = { sideways, width, high: height > 600, cutOff: await cutOff(popup), tiny: await tiny(popup) };
    for (const scheme of ["light", "dark"]) {
      await dress(popup, scheme);
      found[scheme] = await faint(popup);
    }
    // Only beside an alert, or what was unfolded, may there be a scroll bar.
    if (!mayScroll) found.scrolls = main;
    assert.deepEqual(found, {
      sideways: false, width: 400, high: false, cutOff: [], tiny: [], light: [], dark: [],
      ...(mayScroll ? {} : { scrolls: 0 }),
    });
  });
}

/** Words that do not fit into their place, where no ellipsis says so. */
const cutOff = (popup) =>
  popup.evaluate(() =>
    [...document.querySelectorAll("button, h1, h2, p, .chip, label > span, .note")]
      .filter((it) => it.checkVisibility() && it.innerText.trim() !== "")
      .filter((it) => getComputedStyle(it).textOverflow !== "ellipsis")
      .filter((it) => it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== "inline")
      .map((it) => it.innerText),
  );

/** Texts smaller than 11 pixels. */
const tiny = (popup) =>
  popup.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((it) => Number.parseFloat(getComputedStyle(it).fontSize) < 11)
      .map((it) => it.innerText),
  );

/** Texts whose contrast with what lies behind is below 4.5 to 1. */
const faint = (popup) =>
  popup.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = (colour) => {
      const [r, g, b] = channels(colour).map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (it) => {
      for (let at = it; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        const alpha = channels(colour)[3] ?? 1;
        if (alpha === 1) return colour;
      }
      return "rgb(255, 255, 255)";
    };
    return [...document.querySelectorAll("body *")]
      .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((it) => !it.closest(":disabled, [aria-disabled=true], option, svg"))
      .map((it) => {
        const [a, b] = [light(getComputedStyle(it).color), light(behind(it))];
        return { text: it.innerText.slice(0, 40), ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
      })
      .filter(({ ratio }) => ratio < 4.5)
      .map(({ text, ratio }) => `${text}: ${ratio.toFixed(2)}`);
  });

for (const [name, address, ready] of [
  ["project", at(PROJECT), project],
  ["organization", "/organizations/acme-payments/projects", listed(9)],
  ["not-signed-in", "https://other.example/", (popup) => alarms(popup, "This is not")],
]) {
  test(`at 200 % ${name} can be read by scrolling down, never sideways`, {}, async (visit) => {
    const popup = await visit.open(address);
    await ready(popup);
    await popup.evaluate(() => {
      document.documentElement.style.zoom = "2";
    });
    await picture(popup, `zoom-${name}`);
    const { hidden, wide } = await popup.evaluate(() => {
      const outside = [...document.querySelectorAll("button, select, input")].filter((it) => {
        if (!it.checkVisibility()) return false;
        it.scrollIntoView({ block: "center" });
        const box = it.getBoundingClientRect();
        return box.bottom <= 0 || box.top >= innerHeight || box.right > innerWidth + 1 || box.left < 0;
      });
      return { hidden: outside.map((it) => it.title || it.innerText || it.id), wide: document.documentElement.scrollWidth > innerWidth };
    });
    assert.deepEqual({ hidden, wide }, { hidden: [], wide: false });
  });

  test(`from right to left ${name} is mirrored, and keys and addresses are not`, {}, async (visit) => {
    const popup = await visit.open(address);
    await ready(popup);
    await popup.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    await picture(popup, `rtl-${name}`);
    assert.equal((await overflow(popup)).sideways, false);
    assert.deepEqual(await cutOff(popup), []);
  });
}

test("with forced colours every control can still be told from its surroundings", {}, async (visit) => {
  const popup = await visit.openProject();
  await project(popup);
  const session = await popup.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await picture(popup, "forced-colors");
  const bare = await popup.$$eval("main button, main select", (all) =>
    all.filter((it) => it.checkVisibility() && Number.parseFloat(getComputedStyle(it).borderTopWidth) === 0).map((it) => it.innerText || it.title));
  assert.deepEqual(bare, []);
});

test("who wants less motion gets none", {}, async (visit) => {
  const popup = await visit.openProject();
  await project(popup);
  await popup.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  const moving = await popup.$$eval("body *", (all) =>
    all.filter((it) => getComputedStyle(it).animationName !== "none").map((it) => it.className));
  assert.deepEqual(moving, []);
});
