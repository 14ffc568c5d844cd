// The real servers that `./build.sh conformance` has started, spoken to past
// the browser: as a person, with their password.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const SCENE = process.env.REBADGE_SERVERS;

/** A running SonarQube Server, as the scene file tells it. */
export class Server {
  /** All that run. */
  static all() {
    assert.ok(SCENE, "REBADGE_SERVERS names no scene file: run ./build.sh conformance");
    return JSON.parse(readFileSync(SCENE, "utf8")).map((told) => new Server(told));
  }

  /** The server of a version such as `26.9`. */
  static of(version) {
    const found = Server.all().find((one) => one.version === version);
    assert.ok(found, `${SCENE} tells of no server ${version}`);
    return found;
  }

  constructor(told) {
    Object.assign(this, told);
  }

  /** What the address of each of its pages begins with. */
  get baseUrl() {
    return this.origin + this.context;
  }

  password = (login) => this.people[login].password;

  /** Asks as a person; a form makes it a POST. Basic works on 9.9 too (measured). */
  async ask(login, path, form) {
    const basic = Buffer.from(`${login}:${this.password(login)}`).toString("base64");
    const response = await fetch(this.baseUrl + path, {
      headers: { authorization: `Basic ${basic}` },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    assert.ok(response.ok, `${path} as ${login}: ${response.status}`);
    return response;
  }

  /** A project's badge token, whole. Ada browses all projects. */
  async token(project) {
    const path = `/api/project_badges/token?${new URLSearchParams({ project })}`;
    return (await (await this.ask("ada", path)).json()).token;
  }
}
