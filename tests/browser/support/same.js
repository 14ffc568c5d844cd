// Comparing texts that hold tokens: a failure tells no token in full.
import assert from "node:assert/strict";
import { masked } from "../demo/teller.js";

/** Fails unless a text is what it should be. */
export function same(came, wanted, what) {
  assert.equal(masked(came), masked(wanted), what);
  assert.ok(came === wanted, `${what ?? "the text"} has another token that ends alike`);
}
