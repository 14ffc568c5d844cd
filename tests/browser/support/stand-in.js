// The stand-in for SonarQube Cloud, as a process of its own, and its control API.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? `${ROOT}target`;
// Whoever measures takes one that was compiled to be quick.
const PROFILE = process.env.REBADGE_STAND_IN ?? "debug";
const BINARY = `${TARGET}/${PROFILE}/stand-in${process.platform === "win32" ? ".exe" : ""}`;

export class StandIn {
  #process;
  #control;

  /** Starts a stand-in of a profile, a Server perhaps under a context path; `port` is where it speaks TLS. */
  static start(profile = "CloudFull", context = "") {
    return this.launch(["--profile", profile, "--context", context]);
  }

  /** Starts the program with these arguments, and waits until it serves. */
  static async launch(args) {
    const standIn = new this();
    standIn.#process = spawn(BINARY, args, { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: standIn.#process.stdout });
    const [line] = await new Promise((found, failed) => {
      standIn.#process.once("error", failed);
      standIn.#process.once("exit", (code) => failed(new Error(`the stand-in ended with ${code}`)));
      lines.once("line", (text) => found([text]));
    });
    const { tls, control } = JSON.parse(line);
    standIn.port = tls;
    standIn.#control = `http://127.0.0.1:${control}`;
    return standIn;
  }

  async #ask(method, path, body) {
    const response = await fetch(this.#control + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`stand-in: ${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }

  state = () => this.#ask("GET", "/state");
  reset = (profile) => this.#ask("POST", "/reset", profile ? { profile } : {});
  fault = (fault) => this.#ask("POST", "/fault", fault);
  /** Has the answers that are late come at once. */
  release = () => this.#ask("POST", "/release");
  clearFaults = () => this.#ask("DELETE", "/faults");
  signIn = (login) => this.#ask("POST", "/sign-in", { login });
  signEveryoneOut = () => this.#ask("POST", "/sign-out-everyone");
  addProject = (project) => this.#ask("POST", "/project", project);

  /**
   * Adds many different projects, `ORGANIZATION_project-00001` and on, to an organization that is founded first if
   * there is none: `{organization, count, first?, private_share?, analysed?}`, the shares from 0 to 1, 0.9 if not said.
   */
  addProjects = (crowd) => this.#ask("POST", "/projects", crowd);

  addOrganization = (organization) => this.#ask("POST", "/organization", organization);
  permit = (permission) => this.#ask("POST", "/permission", permission);

  /** Renews a project's token behind everybody's back. */
  renew = (project) => this.#ask("POST", `/renew?${new URLSearchParams({ project })}`);

  /** The project's token, whole; null if there is none yet. */
  token = async (project) =>
    (await this.#ask("GET", `/token?${new URLSearchParams({ project })}`)).token;

  /** How often a project's token was renewed through the web API. */
  renewals = async (project) => (await this.state()).projects[project]?.renewals ?? 0;

  /** How often each token was renewed through the web API, as `{project: count}`, of those that were. */
  renewalsOfAll = () => this.#ask("GET", "/renewals");

  /** How many requests came in, as `{"GET /api/projects/search": count}`: quicker than the log. */
  counts = () => this.#ask("GET", "/counts");

  /** The requests so far, as `GET /api/…`, those of the web API only. */
  requests = async () =>
    (await this.state()).log
      .filter(({ path }) => path.startsWith("/api/"))
      .map(({ method, path }) => `${method} ${path}`);

  stop() {
    this.#process.stdin.end();
  }
}
