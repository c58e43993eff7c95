/** A function of a point, to be made small. */
export type Objective = (point: readonly number[]) => number;
export interface Optimum {
  readonly point: readonly number[];
  readonly value: number;
  /** The simplex shrank to a point before the steps ran out. */
  readonly converged: boolean;
}
interface Vertex {
  readonly point: readonly number[];
  readonly value: number;
}

/**
 * Downhill simplex: J. A. Nelder and R. Mead, The Computer Journal 7 (1965). A generator: it yields the number of
 * evaluations after every step, so that a long search can be shown and stopped. Values that are not numbers count as infinite.
 * @param step length of the first simplex's edges
 * @param precision of the value at which the simplex counts as shrunk
 */
export function* nelderMead(
  objective: Objective,
  start: readonly number[],
  { step = 0.5, precision = 1e-12, steps = 4_000 } = {},
): Generator<number, Optimum> {
  let evaluations = 0;
  const at = (point: readonly number[]): Vertex => {
    const value = objective(point);
    evaluations++;
    return { point, value: Number.isNaN(value) ? Infinity : value };
  };
  const simplex = [at(start), ...start.map((_, axis) => at(start.map((x, i) => (i === axis ? x + step : x))))];
  const order = () => simplex.sort((a, b) => a.value - b.value);
  const last = simplex.length - 1;
  for (let taken = 0; taken < steps; taken++) {
    order();
    yield evaluations;
    if (isSmall(simplex, precision)) return { ...simplex[0], converged: true };
    const centre = start.map((_, i) => simplex.slice(0, last).reduce((sum, { point }) => sum + point[i], 0) / last);
    const towards = (factor: number) => at(centre.map((c, i) => c + factor * (simplex[last].point[i] - c)));
    const reflected = towards(-1);
    if (reflected.value < simplex[0].value) {
      const expanded = towards(-2);
      simplex[last] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[last - 1].value) simplex[last] = reflected;
    else {
      const contracted = reflected.value < simplex[last].value ? towards(-0.5) : towards(0.5);
      if (contracted.value < Math.min(reflected.value, simplex[last].value)) simplex[last] = contracted;
      else shrink(simplex, at);
    }
  }
  order();
  return { ...simplex[0], converged: false };
}

function shrink(simplex: Vertex[], at: (point: readonly number[]) => Vertex): void {
  const best = simplex[0].point;
  for (let i = 1; i < simplex.length; i++) simplex[i] = at(simplex[i].point.map((x, axis) => (x + best[axis]) / 2));
}

function isSmall(simplex: readonly Vertex[], precision: number): boolean {
  const [best] = simplex;
  const worst = simplex[simplex.length - 1];
  const spread = Math.max(...best.point.map((x, i) => Math.max(...simplex.map(({ point }) => Math.abs(point[i] - x)))));
  return worst.value - best.value <= precision * (1 + Math.abs(best.value)) && spread < 1e-6;
}

/**
 * The best optimum from several starts: each is searched coarsely, the best is then polished until a fresh simplex round
 * it finds nothing better.
 * @param coarse a cheaper function with its least value nearby, for the search from the starts: the same on a part of the data
 */
export function* bestOptimum(
  objective: Objective,
  starts: readonly (readonly number[])[],
  coarse: Objective = objective,
): Generator<number, Optimum> {
  let best: Optimum | null = null;
  for (const start of starts) {
    const found: Optimum = yield* nelderMead(coarse, start, { precision: 1e-8, steps: 400 });
    if (!best || found.value < best.value) best = found;
  }
  best = { ...best!, value: objective(best!.point) };
  for (let round = 0; round < 6; round++) {
    const polished: Optimum = yield* nelderMead(objective, best.point, { step: 0.1 / (round + 1) });
    const gained: number = best.value - polished.value;
    best = polished.value <= best.value ? polished : { ...best, converged: polished.converged };
    if (gained <= 1e-12 * (1 + Math.abs(best.value))) break;
  }
  return best;
}
