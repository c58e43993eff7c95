import type { Objective } from './nelder-mead';

/**
 * The inverse of the second derivatives of a function at its least value, by central differences; null where these are
 * not positive definite, so that the least value lies on a ridge.
 * @param objective minus a log-likelihood: then the inverse is the covariance of its estimates
 */
export function inverseCurvature(objective: Objective, point: readonly number[], step = 1e-3): number[][] | null {
  const moved = (changes: readonly (readonly [number, number])[]) =>
    objective(point.map((x, i) => x + changes.reduce((sum, [axis, by]) => sum + (axis === i ? by : 0), 0)));
  const here = objective(point);
  const curvature = point.map((_, i) =>
    point.map(
      (__, j) =>
      i === j
        ? (moved([[i, step]]) - 2 * here + moved([[i, -step]])) / step ** 2
        : (moved([[i, step], [j, step]]) - moved([[i, step], [j, -step]]) -
            moved([[i, -step], [j, step]]) + moved([[i, -step], [j, -step]])) / (4 * step ** 2), // prettier-ignore
    ),
  );
  return invertPositive(curvature);
}

/** The inverse of a symmetric positive definite matrix by Cholesky's factors; null where it is not. */
function invertPositive(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i === j && !(sum > 0)) return null;
      lower[i][j] = i === j ? Math.sqrt(sum) : sum / lower[j][j];
    }
  }
  const column = (axis: number) => {
    const y = new Array<number>(size).fill(0);
    for (let i = 0; i < size; i++) {
      let sum = i === axis ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= lower[i][k] * y[k];
      y[i] = sum / lower[i][i];
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = y[i];
      for (let k = i + 1; k < size; k++) sum -= lower[k][i] * y[k];
      y[i] = sum / lower[i][i];
    }
    return y;
  };
  const columns = matrix.map((_, axis) => column(axis));
  return matrix.map((_, i) => columns.map((one) => one[i]));
}
