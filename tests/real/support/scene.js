// A scene whose SonarQube Cloud is a real server behind the façade.
import { scene } from "../../browser/support/scene.js";
import { Facade } from "./facade.js";
import { door } from "./sign-in.js";

/** Begins a scene; answers the function that declares its tests. */
export const realScene = () =>
  scene({ start: () => Facade.before(), enter: door(), projectPage: "/dashboard" });
