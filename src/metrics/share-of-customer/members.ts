import type { Members } from '../metric';
import type { shareOfCustomer } from './definition';
import { kernel } from './kernel';
import { measure } from './measure';

/** Customers measured in a quintile and grade, or those left out of it as data errors. */
export const members: Members<typeof shareOfCustomer> = (facts, scope, options, row, column) =>
  Int32Array.from(
    measure(kernel(facts, scope, options))
      .filter(
        ({ quintile, grade, isError }) =>
          quintile === row['quintile'] && grade === row['grade'] && isError === (column === 'data_errors'),
      )
      .map(({ customer }) => customer),
  ).sort();
