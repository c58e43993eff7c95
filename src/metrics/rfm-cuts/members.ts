import { RFM_MEASURES, rfmOn } from '../../facts/rfm';
import type { Members } from '../metric';
import type { rfmCuts } from './definition';
import { bandOf, cutsOf } from './kernel';

export const members: Members<typeof rfmCuts> = (facts, scope, options, row, column) => {
  if (!facts.observed) return new Int32Array(0);
  const standing = rfmOn(facts, facts.observed.until, cutsOf(options));
  const measure = RFM_MEASURES.findIndex((name) => name === row['measure']);
  const band = Number(column.slice('band_'.length));
  return standing.customers.filter(
    (customer, at) => scope.customer[customer] === 1 && bandOf(standing, measure, at) === band,
  );
};
