// What has to come of the main job: the popup knows the token from before, so it
// can tell every renewal that happened from one that did not.

/** What is said where a part of the project cannot be read; the Markdown does without the others. */
const LEADS = { component: "project_unread", token: "snippet_without_token" };

export function expectedOfMain(circumstances) {
  const { part, request, acts } = circumstances;
  if (part === "opening") return { ...said(openingSays(circumstances)), renewals: 0, sent: 0 };
  const says = { renewal: renewalSays, "new token": newTokenSays, "who renewed": () => said(["renewed"]) };
  return { ...says[request](circumstances), renewals: acts ? 1 : 0, sent: 1 };
}

const said = (first, later = []) => ({ first: [first], later: [later] });

function openingSays({ request, fault, reason, isUndisturbed }) {
  // The popup fetches it itself, whatever becomes of the tab.
  if (request === "picture") return fault.name === "late" ? [] : ["picture_unreachable"];
  const lead = LEADS[request];
  if (!lead) return [];
  if (!isUndisturbed) return [lead, "navigated"];
  // The public endpoint knows the project as well; a host without tokens is said to be one in the token's place.
  if (["late", "404"].includes(fault.name)) return [];
  return [lead, request === "token" && fault.name === "401" ? "session_refused" : reason];
}

function renewalSays({ fault, acts, reason, isUndisturbed }) {
  const settled = acts ? ["settled_renewed"] : ["settled_not_renewed"];
  if (!isUndisturbed) return said(["renewal_unknown", "navigated"], settled);
  if (acts) return said(fault.succeeds || fault.doubt ? ["renewed"] : ["renewed_elsewhere"]);
  // What may yet be carried out is looked at once more.
  return said(["not_renewed", reason], fault.succeeds || fault.lingers ? settled : []);
}

function newTokenSays({ fault, reason, end, isUndisturbed }) {
  if (end === "tab navigated") return said(["renewed_unread", "navigated"]);
  if (!isUndisturbed) return said([], ["settled_renewed"]);
  if (fault.name === "late") return said(["renewed"]);
  if (reason === "no_browse") return said(["renewed_unreadable"]);
  return said(["renewed_unread", reason]);
}
