import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';

export const YEAR = 365;
/** Two years are shown; a third says whom the second kept. */
export const PERIODS = 3;

export interface Period {
  readonly from: number;
  readonly until: number;
}

/** Years back from the end of what is in view, the latest first; none without any date. */
export function periodsOf({ observed }: Pick<Facts, 'observed'>, scope: Pick<Scope, 'windowed' | 'until'>): Period[] {
  if (!observed) return [];
  const end = scope.windowed ? Math.min(observed.until, scope.until) : observed.until;
  return Array.from({ length: PERIODS }, (_, at) => ({
    from: end - YEAR * (at + 1) + 1,
    until: end - YEAR * at,
  }));
}
