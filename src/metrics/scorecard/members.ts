import type { Members } from '../metric';
import type { capabilityPortfolio, scorecard } from './definition';
import { INDICATORS } from './indicators';
import { peopleBehind, yearsOf } from './kernel';

/** Customers behind the value of an indicator in the latest year; nobody behind what is not measured. */
export const members: Members<typeof scorecard> & Members<typeof capabilityPortfolio> = (
  facts,
  scope,
  _options,
  row,
) => {
  const code = INDICATORS.findIndex(({ id }) => id === row['metric']);
  const years = yearsOf(facts, scope);
  if (code < 0 || years.length === 0 || Number.isNaN(Number(row['value']))) return new Int32Array(0);
  const mask = peopleBehind(years, code, 0);
  return Int32Array.from(mask.keys()).filter((customer) => mask[customer] === 1);
};
