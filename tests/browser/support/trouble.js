// What a popup says and offers where a renewal meets trouble.
import { complaint, DID_NOT_HAPPEN, isRenewed, letPatienceEnd, offered, pressAnew, serverDid } from "./renewal.js";
import { eventually } from "./screen.js";

export const BROKE = "The connection broke before the answer came. Try again.";
export const LATE = "No answer came in time. Try again in a moment.";
export const trouble = (status) => `SonarQube has trouble (error ${status}). Try again in a moment.`;
export const WEB_PAGE =
  "A web page came back instead of data. A proxy or a firewall may stand in between. Reload the page in the tab, then try again.";
export const GARBLED =
  "SonarQube gave an answer that Rebadge does not understand. Try again. If it stays so, Rebadge needs an update.";
export const ASKED_TO_PAUSE = "SonarQube asks for a pause. Wait until the button can be pressed, then try again.";
export const UNREAD = "Token renewed, but the new one could not be read, so the Markdown has no token.";
export const UNKNOWN = "It is not known yet whether the token was renewed.";

/** The button that tries again, as it is offered. */
export const TRY_AGAIN = { name: "Try again", enabled: true };

/** What the button says, one after the other, until it can be pressed. */
export async function countdown(popup) {
  const labels = [];
  await eventually(
    () => offered(popup),
    ({ name, enabled }) => {
      if (!enabled && name !== labels.at(-1)) labels.push(name);
      return enabled;
    },
  );
  return labels;
}

/** Looks, by this button, what became of a renewal that was sent once: nothing did, and renewing then renews. */
export async function turnsOutNotRenewed(visit, popup, button) {
  await letPatienceEnd(visit);
  await pressAnew(popup, button);
  await complaint(popup, DID_NOT_HAPPEN);
  await serverDid(visit, 0, 1);
  await pressAnew(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 1, 2);
}
