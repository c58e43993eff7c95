import { finite, integer, maxValue, minValue, number, pipe, safeInteger } from 'valibot';

/** JSON can hold `1e999`, which becomes Infinity. */
export const finiteNumber = pipe(number(), finite());
/** A count of rows, bytes or values. */
export const count = pipe(number(), safeInteger(), minValue(0));
const LAST_DAY = 4_000_000;
/** Days since 1970-01-01, some ten thousand years to either side. */
export const day = pipe(number(), integer(), minValue(1 - LAST_DAY), maxValue(LAST_DAY - 1));
