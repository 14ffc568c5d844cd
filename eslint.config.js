// Rules for the little JavaScript there is: what ships in extension/, and what
// drives browsers in tests and tools.
import js from "@eslint/js";
import globals from "globals";

// Text becomes markup in none of these ways; the shipped pages' policy on
// trusted types refuses it too, but only once the code runs.
const markupFromText = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "srcdoc"].map(
  (property) => ({ property, message: "Write text with textContent; structure belongs in the HTML file." }),
);

export default [
  { ignores: ["dist/", "target/", "node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      "prefer-const": "error",
    },
  },
  {
    files: ["extension/**/*.js"],
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
    rules: {
      "no-console": ["error", { allow: ["error"] }],
      "no-restricted-properties": [
        "error",
        ...markupFromText,
        { object: "document", property: "write", message: "It replaces the page." },
        { object: "document", property: "writeln", message: "It replaces the page." },
      ],
    },
  },
  {
    files: ["tests/**/*.js", "tools/**/*.js", "eslint.config.js"],
    languageOptions: { globals: globals.node },
  },
  {
    // Functions there are handed to the browser that is driven, and run in it.
    files: ["tests/**/*.js", "tools/icons/*.js", "tools/store/*.js"],
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
  },
];
