// Scenes with a real server: as SonarQube Cloud behind the façade, or as itself.
import { scene } from "../../browser/support/scene.js";
import { Facade } from "./facade.js";
import { Server } from "./server.js";
import { door } from "./sign-in.js";

const CLOUD = "https://sonarcloud.io";

/** Begins a scene on Cloud; answers the function that declares its tests. */
export function realScene() {
  const server = Server.of("26.9");
  return scene({
    start: () => Facade.before(server),
    enter: door(CLOUD, server),
    projectPage: "/dashboard",
  });
}

/** Begins a scene on a Server at its own address. */
export const serverScene = (server) =>
  scene({
    start: () => new Itself(server),
    enter: door(server.baseUrl, server),
    home: server.baseUrl,
    projectPage: "/dashboard",
  });

/** In the place of the stand-in, a server that runs already and goes on running. */
class Itself {
  /** Nothing of it is at a port for Cloud's hosts. */
  port = 1;

  constructor(server) {
    this.server = server;
  }

  token = (project) => this.server.token(project);
  reset() {}
  stop() {}
}
