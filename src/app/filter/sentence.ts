import type { Formatter } from '../../domain/format';
import { SURVEY_ANSWER } from '../../domain/answer-bands';
import {
  civilFromDay,
  dayFromCivil,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  type Day,
} from '../../domain/calendar';
import type { CustomerClause, FilterClause, LineClause, WindowClause } from '../../domain/filter';
import type { Facet, WorkspaceSummary } from '../../domain/import';
import { facetName, facetValue } from '../wording/names';

const PLACE = /^(?:region|country|state|area|land|bundesland|gebiet|territory|province)\b/i;
const ITEMS = ['category', 'product'];

/** The customer attribute for places, if there is one. */
export const placeFacet = (facets: readonly Facet[]): Facet | null =>
  facets.find(({ kind, field }) => kind === 'customer' && PLACE.test(field)) ?? null;
export const itemFacets = (facets: readonly Facet[]): Facet[] =>
  facets.filter(({ kind, field }) => kind === 'line' && ITEMS.includes(field));
export const wayFacets = (facets: readonly Facet[]): Facet[] =>
  facets.filter(({ kind, field }) => kind === 'line' && !ITEMS.includes(field));

const MOST_NAMED = 2;
const named = (field: string, values: readonly string[], format: Formatter): string =>
  values.length <= MOST_NAMED
    ? format.list(values.map((value) => facetValue(field, value))).replace(' and ', ' or ')
    : `${values.length} of ${facetName(field)}`;

/** `customers in the best fifth, segment Consumer` */
export function customersWords(clauses: readonly CustomerClause[], format: Formatter): string {
  if (clauses.length === 0) return 'all customers';
  return `customers: ${clauses.map((clause) => clauseWords(clause, format)).join(', ')}`;
}

export function clauseWords(clause: FilterClause, format: Formatter): string {
  if (clause.kind === 'window') return windowWords(clause, null, format);
  if (clause.field === 'customer') return format.plural(clause.values.length, 'chosen customer');
  if (clause.field === 'value_quintile') return named(clause.field, clause.values, format);
  if (clause.field === 'cohort_month') {
    const months = clause.values.map((value) =>
      /^\d{4}-\d{2}$/.test(value) ? Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1 : Number(value),
    );
    return `first bought in ${months.length <= MOST_NAMED ? format.list(months.map(format.month)) : format.plural(months.length, 'month')}`;
  }
  if (clause.field === SURVEY_ANSWER)
    return clause.values.length > MOST_NAMED
      ? 'answered a survey'
      : `answered ${named(clause.field, clause.values, format)}`;
  return `${facetName(clause.field)} ${named(clause.field, clause.values, format)}`;
}

export const itemsWords = (clauses: readonly LineClause[], format: Formatter): string =>
  clauses.length === 0 ? 'anything' : clauses.map(({ field, values }) => named(field, values, format)).join(', ');

/** `all of Jan 2023 – Jun 2025`, `Jan – Dec 2022`, `from 3 Mar 2022` */
export function windowWords(clause: WindowClause | null, summary: WorkspaceSummary | null, format: Formatter): string {
  const from = clause?.from ?? null;
  const until = clause?.until ?? null;
  if (from === null && until === null) {
    const first = summary?.observed_from ?? null;
    const last = summary?.observed_until ?? null;
    return first === null || last === null ? 'all dates' : `all of ${monthsWords(first, last, format)}`;
  }
  if (until === null) return `from ${format.day(from!)}`;
  if (from === null) return `until ${format.day(until)}`;
  const whole =
    firstDayOfMonth(monthOfDay(from)) === from &&
    (lastDayOfMonth(monthOfDay(until)) === until || until === summary?.observed_until);
  if (!whole) return `${format.day(from)} – ${format.day(until)}`;
  const { year, month } = civilFromDay(from);
  const end = civilFromDay(until);
  if (month === 1 && end.month === 12 && year === end.year) return `January to December ${year}`;
  return monthsWords(from, until, format);
}

export function monthsWords(from: Day, until: Day, format: Formatter): string {
  const [first, last] = [monthOfDay(from), monthOfDay(until)];
  if (first === last) return format.month(first);
  const sameYear = Math.floor(first / 12) === Math.floor(last / 12);
  return `${sameYear ? format.monthName(first) : format.month(first)} – ${format.month(last)}`;
}

export interface Period {
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}
/** Periods that are offered as buttons: the last twelve months, and every calendar year with data. */
export function usualPeriods(first: Day, last: Day): Period[] {
  const end = monthOfDay(last);
  const years: Period[] = [];
  for (let year = civilFromDay(last).year; year >= civilFromDay(first).year; year--) {
    years.push({ name: String(year), from: dayFromCivil(year, 1, 1), until: dayFromCivil(year, 12, 31) });
  }
  return [{ name: 'the last 12 months', from: firstDayOfMonth(end - 11), until: last }, ...years];
}

const PLURALS: Readonly<Record<string, string>> = {
  region: 'regions',
  country: 'countries',
  state: 'states',
  area: 'areas',
  territory: 'territories',
  province: 'provinces',
};

/** `all regions`, `North or South`, `3 regions` */
export function placeWords(field: string, values: readonly string[]): string {
  const places = PLURALS[field.toLowerCase()];
  if (values.length === 0) return places ? `all ${places}` : `all of ${field}`;
  if (values.length <= MOST_NAMED) return values.join(' or ');
  return places ? `${values.length} ${places}` : `${values.length} of ${field}`;
}
