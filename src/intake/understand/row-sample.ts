const BLOCK = 4_000;

/**
 * Rows by which columns are held against each other: all of a small table, else its beginning, middle and end in one piece each,
 * so that rows of one order stay together.
 */
export function sampleRows(rows: number): Int32Array {
  if (rows <= 3 * BLOCK) return Int32Array.from({ length: rows }, (_, row) => row);
  const middle = Math.floor((rows - BLOCK) / 2);
  const sample = new Int32Array(3 * BLOCK);
  for (const [at, from] of [0, middle, rows - BLOCK].entries())
    for (let i = 0; i < BLOCK; i++) sample[at * BLOCK + i] = from + i;
  return sample;
}
