import {
  array,
  check,
  exactOptional,
  maxLength,
  minLength,
  nullable,
  nullish,
  picklist,
  pipe,
  regex,
  strictTuple,
  string,
  transform,
  tupleWithRest,
  union,
  unknown,
  type GenericSchema,
} from 'valibot';
import type { Filter, FilterClause } from '../domain/filter';
import { day, finiteNumber } from '../schema/numbers';
import { dictionary, openObject } from '../schema/objects';

export const PAGES = [
  'life-cycle',
  'selection',
  'acquisition',
  'retention',
  'growth',
  'accountability',
  'customers',
  'data',
  'sql',
  'start',
] as const;
export type PageId = (typeof PAGES)[number];
export const HOME: PageId = 'life-cycle';

/** What an address may hold: the view, and no data. */
export interface View {
  readonly page: PageId;
  /** A sample company's id; absent where the user's own files are in view. */
  readonly sample?: string;
  /** Options that differ from their defaults, by metric. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
  /** How charts show what they have, where it differs from their first look; by panel. */
  readonly choices: View['options'];
  readonly filter: Filter;
}

const LONGEST_TEXT = 500;
const text = pipe(string(), maxLength(LONGEST_TEXT));

/** Who the customers are may not stand in an address, and is not taken from one. */
const field = pipe(
  text,
  check((name) => name !== 'customer'),
);
const clause: GenericSchema<unknown, FilterClause> = union([
  pipe(
    strictTuple([nullable(day), nullable(day)]),
    transform(([from, until]) => ({ kind: 'window' as const, from, until })),
  ),
  pipe(
    tupleWithRest([picklist(['c', 'l']), field], text),
    minLength(3),
    transform(([of, name, ...values]) => ({
      kind: of === 'c' ? ('customer' as const) : ('line' as const),
      field: name,
      values,
    })),
  ),
]);
/** What is no list of clauses filters nothing. */
const clauses = pipe(
  unknown(),
  transform((written): unknown => (Array.isArray(written) ? written : [])),
  array(clause),
);
const options = dictionary(dictionary(nullable(union([text, finiteNumber]))));

/** A view as version 1 of an address writes it. Addresses from before panels had choices have no `v`. */
export const view1: GenericSchema<unknown, View> = pipe(
  openObject({
    p: picklist(PAGES),
    s: exactOptional(pipe(text, regex(/^[a-z-]+$/))),
    o: nullish(options, {}),
    v: nullish(options, {}),
    f: nullish(clauses, []),
  }),
  transform(({ p, s, o, v, f }) => ({
    page: p,
    ...(s === undefined ? {} : { sample: s }),
    options: o,
    choices: v,
    filter: f,
  })),
);
