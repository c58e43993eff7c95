import type { Formatter } from '../../domain/format';
import type { Filter } from '../../domain/filter';
import { clauseWords, monthsWords } from '../filter/sentence';
import type { Days } from './against';

/** The name of the data and their period, for the footer. */
export const dataLine = (name: string, observed: Days | null, format: Formatter): string =>
  [name, observed ? monthsWords(observed.from, observed.until, format) : ''].filter(Boolean).join(', ');

/** The same for an exported picture, with the filter and the panel's own source. */
export function pictureLine(
  name: string,
  observed: Days | null,
  filter: Filter,
  source: string | undefined,
  format: Formatter,
): string {
  const left = filter.filter(({ kind }) => kind !== 'window').map((clause) => `only ${clauseWords(clause, format)}`);
  return [dataLine(name, observed, format), ...left, source ?? ''].filter(Boolean).join('. ');
}
