// What is done inside a page, and read there.
import { actorOf, pause } from "./pages.js";

export const evaluate = (id, script, args) => actorOf(id).executeScript(script, args, { timeout: 3_600_000 });

/** Those of some elements that have a role and a name for assistive technology. */
export async function named(id, elements, role, name) {
  const actor = actorOf(id);
  const known = await Promise.all(
    elements.map(async (element) => {
      const [itsRole, itsName] = await Promise.all([
        role === null ? null : actor.getComputedRole(element),
        name === null ? null : actor.getComputedLabel(element),
      ]).catch(() => [null, undefined]);
      const same = itsRole === role || (role === "image" && itsRole === "img") || (role === "img" && itsRole === "image")
        // A password has no role of its own.
        || (role === "textbox" && itsRole === "");
      return same && (itsName?.replaceAll(/\s+/g, " ").trim() ?? null) === name ? element : null;
    }),
  );
  return known.filter(Boolean);
}

export async function focused(id) {
  const actor = actorOf(id);
  const element = await actor.getActiveElement().catch(() => null);
  if (!element) return null;
  const [role, name] = await Promise.all([actor.getComputedRole(element), actor.getComputedLabel(element)]);
  return { role, name: name ?? "", focused: true };
}

// What assistive technology is given, read in the page's own process: this one
// has a copy of it, which comes when it comes, without the names of fields.
const TREE = `
  const service = Components.classes["@mozilla.org/accessibilityService;1"].getService(Components.interfaces.nsIAccessibilityService);
  // A box's list of choices is named with its box.
  const role = (it) => (service.getStringRole(it.role) === "combobox list" ? "combobox list" : it.computedARIARole);
  const walk = (it) => ({
    role: role(it),
    // Whatever has a tooltip has it for a name here, which nobody hears of a part without a role.
    name: role(it) === "generic" ? "" : (it.name ?? ""),
    description: it.description ?? "",
    children: Array.from({ length: it.childCount }, (_, place) => it.getChildAt(place)).filter(Boolean).map(walk),
  });
  const root = service.getAccessibleFor(document);
  return root && root.childCount > 0 ? walk(root) : null;`;

/** The tree that assistive technology is given, once it stays the same. */
export async function accessibleTree(id) {
  const read = () => actorOf(id).executeScript(TREE, [], { timeout: 60_000, sandboxName: "system" });
  let last;
  for (let tries = 0; tries < 400; tries += 1) {
    const tree = await read();
    if (tree && JSON.stringify(tree) === last) return tree;
    last = JSON.stringify(tree);
    await pause(25);
  }
  throw new Error("the page has no accessible tree that stays");
}

/** Chooses files in a field of the page, as its chooser would. */
export const chooseFiles = (id, field, paths) => actorOf(id).sendKeysToElement(field, paths.join("\n"), { toJSON: () => ({}) });
