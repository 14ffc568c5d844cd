// When a screen has come that far that it can be looked at, and where one is.
import { byRole, enabled, entries, eventually } from "./screen.js";

export const project = async (popup) => {
  await byRole(popup, "image", "Quality Gate Status");
  await enabled(popup, "Copy Markdown");
};

export const listed = (count) => async (popup) => {
  await eventually(() => entries(popup), (names) => names.length === count);
};

export const at = (id) => `/project/overview?id=${id}`;
