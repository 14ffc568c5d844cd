// Loads the program of the popup.
import { start } from "./start.js";
import init from "./wasm/popup.js";

await start(init);
