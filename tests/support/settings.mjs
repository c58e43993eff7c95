/** Printed by the test run, so that any failure can be repeated with PERENNIAL_SEED. */
export const seed = process.env.PERENNIAL_SEED || '20261122';
