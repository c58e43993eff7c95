import type { Derive, Remark } from '../metric';
import type { shareOfCustomer } from './definition';
import { GRADES, measure } from './measure';

/** Shares pooled over the measured customers of each quintile, by grade: grades are never mixed. */
export const derive: Derive<typeof shareOfCustomer> = (base) => {
  const measured = measure(base);
  const rows = [1, 2, 3, 4, 5].flatMap((quintile) =>
    GRADES.flatMap((grade) => {
      const all = measured.filter((one) => one.quintile === quintile && one.grade === grade);
      if (all.length === 0) return [];
      const good = all.filter(({ isError }) => !isError);
      const sum = (of: 'own' | 'wallet') => good.reduce((total, one) => total + one[of], 0);
      const [own, wallet] = [sum('own'), sum('wallet')];
      return [{ quintile, grade, own, wallet, measured: good.length, errors: all.length - good.length }];
    }),
  );
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  return {
    quintile: column(({ quintile }) => quintile),
    customers_measured: column((row) => row.measured),
    own: column(({ own }) => own),
    wallet: column(({ wallet }) => wallet),
    share: column(({ own, wallet }) => (wallet > 0 ? own / wallet : NaN)),
    grade: rows.map(({ grade }) => grade),
    gap: column(({ own, wallet }) => wallet - own),
    data_errors: column(({ errors }) => errors),
  };
};

export const remark: Remark<typeof shareOfCustomer> = (table) => {
  const errors = table.data_errors.reduce((sum, count) => sum + count, 0);
  if (errors === 0) return null;
  return `${errors} ${errors === 1 ? 'customer gives' : 'customers give'} us more than their whole wallet: data errors, left out.`;
};
