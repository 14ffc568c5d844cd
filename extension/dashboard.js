// Loads the program of the dashboard.
import { start } from "./start.js";
import init from "./wasm/dashboard.js";

await start(init);
