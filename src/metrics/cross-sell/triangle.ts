/** Where the lower triangle, row by row, holds a pair of places; `low` is below `high`. */
export const triangleAt = (low: number, high: number): number => (high * (high - 1)) / 2 + low;
