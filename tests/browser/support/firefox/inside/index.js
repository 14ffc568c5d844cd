// What runs inside Firefox, where everything is allowed: it knows every page by
// the number that Firefox gives its browser, and acts on it. It is called from
// outside by name; everything comes and goes as JSON.
export * from "./belongings.js";
export * from "./changes.js";
export * from "./content.js";
export * from "./input.js";
export { documentOf } from "./pages.js";
export * from "./screen.js";
export * from "./tabs.js";
