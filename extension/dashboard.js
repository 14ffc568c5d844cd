// Loads the program of the dashboard; its first pages are asked for first.
import "./first-page.js";
import { start } from "./start.js";
import init from "./wasm/dashboard.js";

await start(() => init({ module_or_path: "wasm/dashboard_bg.wasm" }));
