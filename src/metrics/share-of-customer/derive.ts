import { RFM_SEGMENTS } from '../../domain/rfm-segments';
import type { Derive, Remark } from '../metric';
import type { shareBySegment, shareOfCustomer, walletGap } from './definition';
import { GRADES, measure, type Grade, type Measured } from './measure';

interface Pooled {
  readonly key: number;
  readonly grade: Grade;
  readonly own: number;
  readonly wallet: number;
  readonly measured: number;
  readonly errors: number;
}

/** Sums over the measured customers of each key and grade: grades are never mixed. */
function pool(measured: readonly Measured[], keys: readonly number[], keyOf: (one: Measured) => number): Pooled[] {
  return keys.flatMap((key) =>
    GRADES.flatMap((grade) => {
      const all = measured.filter((one) => keyOf(one) === key && one.grade === grade);
      if (all.length === 0) return [];
      const good = all.filter(({ isError }) => !isError);
      const sum = (of: 'own' | 'wallet') => good.reduce((total, one) => total + one[of], 0);
      return [
        {
          key,
          grade,
          own: sum('own'),
          wallet: sum('wallet'),
          measured: good.length,
          errors: all.length - good.length,
        },
      ];
    }),
  );
}

function shareColumns(rows: readonly Pooled[]) {
  const column = (of: (row: Pooled) => number) => Float64Array.from(rows, of);
  return {
    customers_measured: column((row) => row.measured),
    own: column(({ own }) => own),
    wallet: column(({ wallet }) => wallet),
    share: column(({ own, wallet }) => (wallet > 0 ? own / wallet : NaN)),
    grade: rows.map(({ grade }) => grade),
    gap: column(({ own, wallet }) => wallet - own),
    data_errors: column(({ errors }) => errors),
  };
}

/** Shares pooled over the measured customers of each quintile, by grade. */
export const derive: Derive<typeof shareOfCustomer> = (base) => {
  const rows = pool(measure(base), [1, 2, 3, 4, 5], ({ quintile }) => quintile);
  return { quintile: Float64Array.from(rows, ({ key }) => key), ...shareColumns(rows) };
};

/** The same by segment, in the order in which segments are read; by an attribute, in that of its values. '' is none. */
export const deriveBySegment: Derive<typeof shareBySegment> = (base, context, { by }) => {
  const measured = measure(base);
  const texts = by === '' ? RFM_SEGMENTS : (context.attribute?.(by) ?? []);
  const keys = [...new Set(measured.map(({ group }) => group))].sort((a, b) => a - b);
  const rows = pool(measured, keys, ({ group }) => group);
  return { group: rows.map(({ key }) => texts[key] ?? ''), ...shareColumns(rows) };
};

/** Customer by customer, of stated wallets and of those by rank; data errors and proxies have no gap. */
export const deriveGap: Derive<typeof walletGap> = (base, context) => {
  const rows = measure(base)
    .filter(({ grade, isError }) => grade !== 'proxy' && !isError)
    .sort(
      (a, b) =>
        GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) ||
        b.wallet - b.own - (a.wallet - a.own) ||
        a.customer - b.customer,
    );
  const ids = context.names('customer');
  const names = context.names('customer_name');
  const column = (of: (one: Measured) => number) => Float64Array.from(rows, of);
  return {
    customer: rows.map(({ customer }) => ids[customer] ?? ''),
    name: rows.map(({ customer }) => names[customer] ?? ''),
    own: column(({ own }) => own),
    wallet: column(({ wallet }) => wallet),
    share: column(({ own, wallet }) => (wallet > 0 ? own / wallet : NaN)),
    gap: column(({ own, wallet }) => wallet - own),
    grade: rows.map(({ grade }) => grade),
    quintile: column(({ quintile }) => quintile),
    customers: column(() => 1),
  };
};

export const remark: Remark<typeof shareOfCustomer> = (table) => {
  const errors = table.data_errors.reduce((sum, count) => sum + count, 0);
  if (errors === 0) return null;
  return `${errors} ${errors === 1 ? 'customer gives' : 'customers give'} us more than their whole wallet: data errors, left out.`;
};
