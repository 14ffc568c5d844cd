// A real SonarQube Server that looks like SonarQube Cloud: the stand-in's host
// in front of it, so that tests hold it as they hold the stand-in.
import { StandIn } from "../../browser/support/stand-in.js";
import { Server } from "./server.js";

const RENEW = "/api/project_badges/renew_token";

export class Facade extends StandIn {
  /** Starts a façade in front of a server; the newest, if none is named. */
  static async before(server = Server.of("26.9")) {
    const facade = await this.launch(["--behind", server.origin]);
    facade.server = server;
    return facade;
  }

  /** The project's token, whole. */
  token = (project) => this.server.token(project);

  /** How often the server behind has renewed a project's token for a browser. */
  renewals = async (project) =>
    (await this.state()).log.filter(
      ({ path, form, behind }) => path === RENEW && form.project === project && behind === 204,
    ).length;
}
