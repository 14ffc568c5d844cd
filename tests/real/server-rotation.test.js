// A rotation on real SonarQube Servers at their own addresses.
import { rotates } from "./support/rotation.js";
import { serverScene } from "./support/scene.js";
import { Server } from "./support/server.js";

for (const server of Server.all()) rotates(`Server ${server.version}`, "/projects", serverScene(server));
