// Measured numbers: their middle and their spread, and how a person reads them.

/** A megabyte, in bytes. */
export const MB = 1_000_000;

/** The value below which a share of the values lies, 0 to 1. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);

/** Median, least and most. */
export const spread = (values) => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
  values,
});

/** Two things that were measured in turns, and how many times longer the first took each time. */
export const compared = (ours, floor) => ({
  ours: spread(ours),
  floor: spread(floor),
  ratio: spread(ours.map((value, round) => value / floor[round])),
});

const digits = (value) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

export const number = (value) => value.toFixed(digits(value));

/** `123 (120–140)`. */
export const ranged = ({ median, least, most }) => `${number(median)} (${number(least)}–${number(most)})`;
