import type { AppError } from '../../domain/errors';
import {
  defaultOptions,
  givenOptions,
  optionWords,
  rowsOf,
  type AnyMetric,
  type AnyOptions,
  type Table,
  type TableSpec,
} from '../../metrics/metric';
import type { Choices } from '../../metrics/choices';
import type { AnyChartView } from '../../metrics/view';
import { countsAnyone, hasCounts } from './cells';

/** What the buttons below a chart open. */
export const PARTS = ['Meaning', 'SQL', 'Table', 'Customers', 'Export'] as const;
export type Part = (typeof PARTS)[number];

/** `missing`: the files lack columns. `unfetched`: the view's code did not come. `nothing`: the filter leaves nobody to count. */
export type Phase = 'error' | 'waiting' | 'missing' | 'unfetched' | 'nothing' | 'chart';

/** An option, or a choice about the picture, as words of which one is in force. */
export interface WordList {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly values: readonly { readonly value: string; readonly words: string }[];
}
/** Values of an option that the data carry, by the option's name; an option without an entry carries all. */
export type CarriedValues = Readonly<Record<string, readonly string[]>>;

const isCarried = (carried: CarriedValues, name: string, value: unknown): boolean =>
  !Object.hasOwn(carried, name) || carried[name].includes(String(value));

/** The options that a panel asks with: those given, without values that the data do not carry, and those that the panel fixes. */
export function askedOptions(
  definition: AnyMetric,
  given: Readonly<Partial<Record<string, AnyOptions>>>,
  carried: CarriedValues,
  fixed: AnyOptions,
): AnyOptions {
  const kept = Object.entries(givenOptions(definition, given)).filter(([name, value]) =>
    isCarried(carried, name, value),
  );
  return { ...Object.fromEntries(kept), ...fixed };
}

/** Names of the options that are offered unless the panel names some: every list of words that it does not fix. */
export const offeredOptions = (definition: AnyMetric, fixed: AnyOptions): string[] =>
  Object.keys(definition.options).filter((name) => definition.options[name].type === 'one_of' && !(name in fixed));

/** The named options as words; one of which the data carry a single value is not offered. */
export function optionLists(
  definition: AnyMetric,
  names: readonly string[],
  options: AnyOptions,
  carried: CarriedValues,
): WordList[] {
  const all: AnyOptions = { ...defaultOptions(definition.options), ...options };
  return names.flatMap((name) => {
    const spec = definition.options[name];
    if (spec?.type !== 'one_of') return [];
    const values = spec.values.filter((value) => isCarried(carried, name, value));
    if (values.length < 2) return [];
    const words = optionWords(definition, name);
    return [
      {
        name,
        label: words.label,
        value: String(all[name]),
        values: values.map((value) => ({ value, words: words.of(value) })),
      },
    ];
  });
}

/**
 * The choices about the picture as words; a choice with a single value is not offered.
 * @param picked what is chosen, by name
 * @param table null until the first answer; then a view may offer fewer values for this table at this width
 */
export function choiceLists(
  view: Pick<AnyChartView, 'choices'> | null,
  picked: Choices,
  table: Table | null,
  width: number,
): WordList[] {
  return Object.entries(view?.choices ?? {})
    .map(([name, { label, words, offered }]) => {
      const values = offered && table && width > 0 ? offered(table, width) : Object.keys(words);
      return {
        name,
        label,
        value: String(picked[name]),
        values: values.map((value) => ({ value, words: words[value] })),
      };
    })
    .filter(({ values }) => values.length > 1);
}

/** The columns that the table has (some come with an option), without those that are for charts and findings only. */
export const shownColumns = (definition: AnyMetric, table: Table | null): TableSpec =>
  Object.fromEntries(
    Object.entries(definition.table).filter(
      ([name]) => table !== null && name in table && !definition.hidden?.includes(name),
    ),
  );

/** Whether there is nothing to draw: no row, nobody in any count, or nothing that this view could draw. */
export const isEmpty = (
  definition: Pick<AnyMetric, 'table'>,
  view: Pick<AnyChartView, 'isEmpty'> | null,
  table: Table,
  options: AnyOptions,
): boolean =>
  rowsOf(table) === 0 ||
  (hasCounts(definition.table) && !countsAnyone(definition.table, table)) ||
  (view?.isEmpty?.(table, options) ?? false);

/** What a panel knows when it decides what to show. */
interface Known {
  readonly error: AppError | null;
  /** Null until the first answer; its table is null where the files lack columns. */
  readonly answer: { readonly table: Table | null } | null;
  readonly view: unknown;
  readonly viewError: AppError | null;
  readonly isEmpty: boolean;
}

export function phaseOf({ error, answer, view, viewError, isEmpty }: Known): Phase {
  if (error) return 'error';
  if (answer === null) return 'waiting';
  if (answer.table === null) return 'missing';
  if (viewError) return 'unfetched';
  if (view === null) return 'waiting';
  return isEmpty ? 'nothing' : 'chart';
}

/** Meaning and SQL need no figures; the other parts are there only with a chart. */
export const canOpen = (part: Part, phase: Phase): boolean => phase === 'chart' || part === 'Meaning' || part === 'SQL';

/** The metric for which an option is set: the one that this metric follows, where that has the option too. */
export function ownerOfOption(
  definition: AnyMetric,
  name: string,
  catalog: Readonly<Record<string, Pick<AnyMetric, 'options'>>>,
): string {
  const leader = definition.follows;
  return leader !== undefined && name in catalog[leader].options ? leader : definition.id;
}
