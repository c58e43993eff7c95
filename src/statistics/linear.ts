/**
 * Solves a symmetrical system by Gauss-Jordan elimination with diagonal pivots, leaving out rows that depend on others.
 * @param matrix positive semi-definite, square; not changed
 * @returns the inverse over the independent rows (0 elsewhere: a reflexive generalised inverse), and their number
 */
export function symmetricInverse(matrix: readonly (readonly number[])[]): { inverse: number[][]; rank: number } {
  const n = matrix.length;
  const work = matrix.map((row) => [...row]);
  const inverse = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  const scale = matrix.map((row, i) => row[i]);
  const used: number[] = [];
  for (;;) {
    let pivot = -1;
    for (let i = 0; i < n; i++) {
      if (used.includes(i) || !(work[i][i] > 1e-12 * scale[i])) continue;
      if (pivot < 0 || work[i][i] > work[pivot][pivot]) pivot = i;
    }
    if (pivot < 0) break;
    used.push(pivot);
    eliminate(work, inverse, pivot);
  }
  const kept = inverse.map((row, i) => row.map((value, j) => (used.includes(i) && used.includes(j) ? value : 0)));
  return { inverse: kept, rank: used.length };
}

function eliminate(work: number[][], inverse: number[][], pivot: number): void {
  const n = work.length;
  const divisor = work[pivot][pivot];
  for (let j = 0; j < n; j++) {
    work[pivot][j] /= divisor;
    inverse[pivot][j] /= divisor;
  }
  for (let i = 0; i < n; i++) {
    const factor = work[i][pivot];
    if (i === pivot || factor === 0) continue;
    for (let j = 0; j < n; j++) {
      work[i][j] -= factor * work[pivot][j];
      inverse[i][j] -= factor * inverse[pivot][j];
    }
  }
}

/** x' M y. */
export function quadraticForm(x: readonly number[], matrix: readonly (readonly number[])[], y = x): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) for (let j = 0; j < y.length; j++) sum += x[i] * matrix[i][j] * y[j];
  return sum;
}

export const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j], 0));
