// Loads the program of the popup; what it will need is asked for first.
import "./opening.js";
import { start } from "./start.js";
import init from "./wasm/popup.js";

await start(() => init({ module_or_path: "wasm/popup_bg.wasm" }));
