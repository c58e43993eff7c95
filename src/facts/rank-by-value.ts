/** Below this many a comparing sort is as fast. */
const FEW = 256;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Lowest bit of each digit of a key of 64 bits. */
const SHIFTS = [0, 11, 22, 33, 44, 55];

/**
 * Positions of the included, by value from the highest, ties by position. A stable radix sort over the bits of the numbers: a
 * window that is dragged ranks every customer anew for each picture.
 * @param value any numbers but NaN, one entry a customer
 * @param included 1 where the customer takes part
 */
export function rankByValue(value: Float64Array, included: Uint8Array): Int32Array {
  let count = 0;
  for (let i = 0; i < included.length; i++) count += included[i];
  let ranked = new Int32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (included[i]) ranked[at++] = i;
  if (count <= FEW) return ranked.sort((a, b) => value[b] - value[a] || a - b);
  const { high, low } = descendingKeys(value);
  let other = new Int32Array(count);
  for (const shift of SHIFTS) {
    if (passByDigit(ranked, other, high, low, shift)) [ranked, other] = [other, ranked];
  }
  return ranked;
}

/** Whole numbers of 64 bits in two halves, that ascend where the values descend. */
function descendingKeys(value: Float64Array): { high: Uint32Array; low: Uint32Array } {
  const high = new Uint32Array(value.length);
  const low = new Uint32Array(value.length);
  const number = new Float64Array(1);
  const halves = new Uint32Array(number.buffer);
  number[0] = 1;
  const upper = halves[1] === 0 ? 0 : 1;
  for (let i = 0; i < value.length; i++) {
    // Adding 0 makes one zero of the two.
    number[0] = value[i] + 0;
    // Of a number above zero all bits are turned, of one below none: its sign bit is set, and its size is in the right order.
    const turn = ~(halves[upper] >> 31) & 0x7fffffff;
    const fill = ~(halves[upper] >> 31);
    high[i] = halves[upper] ^ turn;
    low[i] = halves[1 - upper] ^ fill;
  }
  return { high, low };
}

/** One stable pass; false, with nothing moved, where all have the same digit. */
function passByDigit(from: Int32Array, to: Int32Array, high: Uint32Array, low: Uint32Array, shift: number): boolean {
  const start = new Int32Array(DIGITS + 1);
  const digits = new Uint16Array(from.length);
  for (let at = 0; at < from.length; at++) {
    const i = from[at];
    digits[at] = digitOf(high[i], low[i], shift);
    start[digits[at] + 1]++;
  }
  if (start[digits[0] + 1] === from.length) return false;
  for (let digit = 0; digit < DIGITS; digit++) start[digit + 1] += start[digit];
  for (let at = 0; at < from.length; at++) to[start[digits[at]]++] = from[at];
  return true;
}

function digitOf(high: number, low: number, shift: number): number {
  if (shift >= 32) return (high >>> (shift - 32)) & (DIGITS - 1);
  const below = low >>> shift;
  return (shift + DIGIT_BITS > 32 ? below | (high << (32 - shift)) : below) & (DIGITS - 1);
}
