// A rotation on a real server behind the façade, as SonarQube Cloud.
import { rotates } from "./support/rotation.js";
import { realScene } from "./support/scene.js";

rotates("Cloud", "/organizations/acme-payments/projects", realScene());
