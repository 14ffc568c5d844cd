// Who and what is on a server: people of different permissions, projects of each
// kind, and analyses of some of them. The same on every release.
import { analyse } from "./analyses.js";
import { say } from "./say.js";
import { WebApi } from "./web-api.js";

/** Passwords of servers that are thrown away. */
const passwordOf = (login) => `${login}-Passw0rd!`;

/** Who administers and who browses the projects. `ada` administers the server too. */
const ADMINISTRATORS = ["ada", "cy"];
const READERS = ["ada", "bo"];
const PEOPLE = ["ada", "bo", "cy", "dee"];

/** What our own access token is called, as long as there is one. */
const TOKEN = "seed";

const PREFIX = "acme-payments_";
const PROJECTS = [
  { key: "payments-service", name: "Payments Service" },
  { key: "checkout-ui", name: "Checkout UI" },
  { key: "open-docs", name: "Open Docs", isPublic: true },
  { key: "script", name: '<script>alert(1)</script> [x](y) | "q"' },
  { key: "fresh", name: "Fresh" },
];

/** A quality gate that nothing passes, for a badge that says so. */
const NO_PASSING = { gateName: "Nothing passes", metric: "ncloc", op: "GT", error: 0 };

/**
 * Puts people, projects and analyses on a server that has just come up, and answers
 * the server's entry of the scene, which tests read from the file REBADGE_SERVERS.
 */
export async function seed(server, place) {
  const { name } = server.release;
  const { admin, token } = await takeOver(server);
  const api = new WebApi(server.baseUrl, token);
  await addPeople(api);
  for (const project of PROJECTS) await addProject(api, project);
  await api.post("api/qualitygates/create", { name: NO_PASSING.gateName });
  await api.post("api/qualitygates/create_condition", NO_PASSING);
  await api.post("api/qualitygates/select", {
    gateName: NO_PASSING.gateName,
    projectKey: `${PREFIX}checkout-ui`,
  });
  say(`${name}: ${PEOPLE.length} people, ${PROJECTS.length} projects`);

  const projects = {
    analysed: `${PREFIX}payments-service`,
    failed: `${PREFIX}checkout-ui`,
    public: `${PREFIX}open-docs`,
    hostile: `${PREFIX}script`,
    fresh: `${PREFIX}fresh`,
  };
  await analyse(server, place, { api, token, projects: [projects.analysed, projects.failed, projects.public] });
  await api.post("api/user_tokens/revoke", { name: TOKEN });
  say(`${name}: seeded`);
  return {
    version: name,
    origin: server.origin,
    context: server.release.context,
    admin,
    people: Object.fromEntries(PEOPLE.map((login) => [login, { password: passwordOf(login) }])),
    projects,
  };
}

/** Changes the password that each new server has, without which its web UI asks for just that. */
async function takeOver({ baseUrl }) {
  const admin = { login: "admin", password: passwordOf("admin") };
  await new WebApi(baseUrl, "admin", "admin").post("api/users/change_password", {
    login: "admin",
    previousPassword: "admin",
    password: admin.password,
  });
  const { token } = await new WebApi(baseUrl, admin.login, admin.password).post("api/user_tokens/generate", { name: TOKEN });
  return { admin, token };
}

async function addPeople(api) {
  for (const login of PEOPLE) {
    const name = login[0].toUpperCase() + login.slice(1);
    await api.post("api/users/create", { login, name, password: passwordOf(login) });
  }
  await api.post("api/permissions/add_user", { login: "ada", permission: "admin" });
}

async function addProject(api, { key, name, isPublic = false }) {
  const project = PREFIX + key;
  await api.post("api/projects/create", { project, name, visibility: isPublic ? "public" : "private" });
  const permit = (login, permission) =>
    api.post("api/permissions/add_user", { login, permission, projectKey: project });
  for (const login of ADMINISTRATORS) await permit(login, "admin");
  if (isPublic) return;
  // Whoever signs in may browse a new project, unless told otherwise.
  await api.post("api/permissions/remove_group", {
    groupName: "sonar-users",
    permission: "user",
    projectKey: project,
  });
  for (const login of READERS) await permit(login, "user");
}
