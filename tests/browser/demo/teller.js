// Tells the demo step by step, and never a token in full.

/** Text with all but the last four characters of each token left out. */
export const masked = (text) => text.replaceAll(/[0-9a-f]{36}([0-9a-f]{4})/g, "…$1");

/** A step of the demo that did not go as it should. */
export class StepFailed extends Error {
  constructor(step, why) {
    super(masked(`${step}\n  ${why.message ?? why}`));
  }
}

/** Takes a step and tells it, with what came of it if that is text. */
export async function step(name, take) {
  try {
    const came = await take();
    console.log(masked(typeof came === "string" ? `✓ ${name}\n    ${came}` : `✓ ${name}`));
    return came;
  } catch (error) {
    throw new StepFailed(name, error);
  }
}

/** Fails unless what came is what should have come. */
export function same(came, wanted, what) {
  if (came !== wanted) throw new Error(`${what} should be\n    ${wanted}\n  and is\n    ${came}`);
}
