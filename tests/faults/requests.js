// The requests that can be spoilt, of the main job on a project's page and of a
// rotation: which they are, and in which part of the job they are sent.

const get = (path) => ({ method: "GET", path });
const renew = { method: "POST", path: "/api/project_badges/renew_token" };
const token = get("/api/project_badges/token");
const user = get("/api/users/current");

/**
 * The main job's. Those of the `opening` are sent by opening the popup, the others
 * by pressing *Renew token* in one that is complete.
 */
const MAIN = [
  { name: "component", part: "opening", ...get("/api/navigation/component") },
  { name: "token", part: "opening", ...token },
  { name: "branches", part: "opening", ...get("/api/project_branches/list") },
  { name: "picture", part: "opening", ...get("/api/project_badges/measure") },
  { name: "renewal", part: "renewing", ...renew },
  { name: "new token", part: "renewing", ...token },
  { name: "who renewed", part: "renewing", ...user },
];

/** A rotation's: the `opening` is the page's of all projects. */
const ROTATION = [
  { name: "projects", part: "opening", ...get("/api/projects/search") },
  { name: "administered projects", part: "opening", ...get("/api/projects/search_my_projects") },
  { name: "user", part: "opening", ...user },
  { name: "renewal", part: "renewing", ...renew },
  { name: "new token", part: "renewing", ...token },
];

export const REQUESTS = [
  ...MAIN.map((request) => ({ job: "main", ...request })),
  ...ROTATION.map((request) => ({ job: "rotation", ...request })),
];

/** As the stand-in counts it: `GET /api/…`. */
export const nameOf = ({ method, path }) => `${method} ${path}`;
