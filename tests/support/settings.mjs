/** Printed by the test run, so that any failure can be repeated with PERENNIAL_SEED. */
export const seed = process.env.PERENNIAL_SEED || '20261122';

/** How many times as many trials the longest properties make: PERENNIAL_TRIALS=20 for a long look. */
export const trials = Number(process.env.PERENNIAL_TRIALS) || 1;
