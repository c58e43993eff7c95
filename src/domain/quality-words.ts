import type { Formatter } from './format';
import { ROLE_NAMES } from './field-names';
import type { QualityFinding } from './quality';

/** A finding in words: how much, what is odd, what to do, and by which rule it was found. */
export interface FindingWords {
  readonly count: number;
  readonly said: string;
  readonly advice: string;
  readonly rule: string;
}
type Of<Id extends QualityFinding['id']> = Extract<QualityFinding, { readonly id: Id }>;
type Writers = {
  readonly [Id in QualityFinding['id']]: (finding: Of<Id>, format: Formatter) => Omit<FindingWords, 'count'>;
};

const LEAST_SHARE = 0.0005;
const share = (part: number, whole: number, format: Formatter) => {
  if (whole === 0) return '';
  return part / whole < LEAST_SHARE ? ` (under ${format.share(0.001)})` : ` (${format.share(part / whole)})`;
};
const quoted = (words: readonly string[], format: Formatter) => format.list(words.map((word) => `“${word}”`));

const WORDS: Writers = {
  missing_customer: ({ lines, of, net, netOf }, format) => ({
    said: `${format.plural(lines, 'line')} of ${format.int(of)}${share(lines, of, format)} ${lines === 1 ? 'names' : 'name'} no customer, with ${format.money(net)} of net sales${netOf > 0 && net >= 0 ? share(net, netOf, format) : ''}.`,
    advice: 'They count in sales, and in no figure per customer. If another column says who bought, choose it below.',
    rule: 'The cell of the customer is blank, or says that it is (NULL, n/a).',
  }),
  shared_orders: ({ orders, lines }, format) => ({
    said: `${format.plural(orders, 'order number stands', 'order numbers stand')} under several customers, on ${format.plural(lines, 'line')}.`,
    advice:
      'Each customer’s part counts as an order of its own. If numbers begin anew each year or in each shop, that is right.',
    rule: 'Two lines bear the same order number and different customers. Lines without a customer are left aside.',
  }),
  late_days: ({ lines, last, file, savedOn }, format) => ({
    said: `${format.plural(lines, 'line is', 'lines are')} dated after the file was saved: up to ${format.day(last)}, in ${file} of ${format.day(savedOn)}.`,
    advice:
      'They count on their day, and the end of observation follows them. If they are plans, set “Observed until” to an earlier day.',
    rule: 'The day is later than the day after the one on which the file was last saved, as the file itself says. No clock is asked.',
  }),
  far_days: ({ lines, earliest, latest, from, until }, format) => ({
    said: `${format.plural(lines, 'line lies', 'lines lie')} far from the days of all others (${format.day(from)} – ${format.day(until)}): ${format.list([...(earliest < from ? [`the earliest on ${format.day(earliest)}`] : []), ...(latest > until ? [`the latest on ${format.day(latest)}`] : [])])}.`,
    advice:
      'They stretch every chart over time. Look whether the date was mistyped, or stands for “unknown”, and mend it in the file.',
    rule: 'The day is further from the middle 90% of all lines than three times their span, and than a year.',
  }),
  calendar_gaps: ({ gaps, longest, usual }, format) => ({
    said: `${format.plural(gaps, 'stretch', 'stretches')} of the calendar ${gaps === 1 ? 'has' : 'have'} no line at all: ${format.list(longest.map((gap) => `${format.day(gap.from)} – ${format.day(gap.until)} (${format.plural(gap.days, 'day')})`))}${gaps > longest.length ? `, and ${format.int(gaps - longest.length)} shorter` : ''}.`,
    advice: 'If the shop was open, a part of the export is missing: customers seem to stay away then.',
    rule: `Two weeks or more without a line, and more than three times as long as usual: 95 of 100 gaps between days with lines have ${usual === 0 ? 'no day' : `at most ${format.plural(usual, 'day')}`} in them.`,
  }),
  outlying_amounts: ({ lines, limit, largest }, format) => ({
    said: `${format.plural(lines, 'line is', 'lines are')} beyond ${format.money(limit)}, the largest ${format.money(largest)}.`,
    advice:
      'They weigh more than hundreds of others in every sum. Look whether a decimal mark is missing, or a number stands in the wrong column.',
    rule: 'The size of the amount is more than 100 times the 99th percentile of all amounts but 0. With fewer than 100 amounts none is told.',
  }),
  duplicates: ({ role, lines, of, merged }, format) => ({
    said: `${format.plural(lines, 'row')} of ${ROLE_NAMES[role]}${share(lines, of, format)} ${lines === 1 ? 'is' : 'are'} exactly like an earlier one, in every cell.`,
    advice: merged
      ? 'They are merged: each row counts once.'
      : 'They are kept: two cups on one receipt may well be two lines. If a part was exported twice, merge them under “Files”.',
    rule: 'Every cell is the same, those of columns that are not used among them, whatever file the row is in.',
  }),
  test_lines: ({ lines, words }, format) => ({
    said: `${format.plural(lines, 'line looks', 'lines look')} like ${lines === 1 ? 'a test' : 'tests'}: ${quoted(words, format)}.`,
    advice: 'They count like all others. Leave them out in the file, or by the filter, if nobody paid.',
    rule: 'A whole cell of customer, order, product, category, channel or department, without its digits and marks, is one of the words for a test, such as “test”, “dummy” or “Testbestellung”.',
  }),
  cancelled_lines: ({ lines, of, gross }, format) => ({
    said: `${format.plural(lines, 'line')} of ${format.int(of)}${share(lines, of, format)} ${lines === 1 ? 'was' : 'were'} cancelled or returned, with ${format.money(gross)}.`,
    advice:
      'They count once in gross and once in returned sales, so that nothing is left of them in net. They are no purchase.',
    rule: 'The column that is read as “cancelled or returned” says so, and the amount is 0 or more.',
  }),
  cancelled_words: ({ lines, column, words }, format) => ({
    said: `${format.plural(lines, 'line says', 'lines say')} ${quoted(words, format)} in the column ${column}, which is not read.`,
    advice: `They count as sales in full. If they should not, read ${column} as “cancelled or returned” below.`,
    rule: 'A column of up to 50 values that is used for nothing has a word for cancelled or returned, in English or German.',
  }),
};

export function findingWords(finding: QualityFinding, format: Formatter): FindingWords {
  const write = WORDS[finding.id] as (one: QualityFinding, as: Formatter) => Omit<FindingWords, 'count'>;
  const count = finding.id === 'calendar_gaps' ? finding.gaps : finding.lines;
  return { count, ...write(finding, format) };
}
