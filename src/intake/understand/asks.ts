import { writtenCount } from '../../domain/written-numbers';
import { tableId, type RoleReading } from '../../domain/import';
import type { QuestionCode, QuestionReading, TableQuestion } from '../../domain/questions';
import { columnOf, type RoleMapping } from '../../domain/roles';
import type { StatusMeaning } from '../../domain/statuses';
import type { Candidate } from './guess-fields';
import type { Question } from './guess-questions';
import type { RoleGuess } from './guess-roles';
import { cellAt, type RawTable } from '../read/raw-table';
import { askCents } from './ask-cents';
import { askCustomer } from './ask-customer';
import { askTenure } from './ask-tenure';
import { mappingOfGuess } from './mapping-of-guess';
import { MONEY_FIELDS, type ChosenFields } from './money-table';
import { asGuesses, type RefinedSales } from './refine-sales';
import { scaleOfScores } from './score-scale';

/** What the columns of a table leave open, each with its readings as whole mappings of the table. */
export function asksOfColumns(
  table: RawTable,
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
  sales: RefinedSales | null,
  isKnownSystem: boolean,
): TableQuestion[] {
  const rolesWith = (change: (guess: RoleGuess) => RoleGuess): RoleReading[] =>
    guesses.map((guess) => ({ role: guess.role, mapping: mappingOfGuess(change(guess), candidates) }));
  const asks: TableQuestion[] = [];
  const example = exampleRow(table);
  for (const { code, column, readings } of sales?.alternatives ?? [])
    asks.push({
      code,
      table: tableId(table),
      column,
      sentence: SENTENCES[code](column),
      example,
      readings: readings.map(({ answer, label, fields }) =>
        reading(
          answer,
          label,
          rolesWith((guess) => (guess.role === 'transactions' ? withMoney(guess, fields) : guess)),
        ),
      ),
    });
  for (const { column, words, rows } of sales?.unknown ?? [])
    asks.push({
      code: 'status_words',
      table: tableId(table),
      column,
      sentence: `${writtenCount(rows)} rows say ${words
        .slice(0, 3)
        .map((word) => `“${word}”`)
        .join(', ')} in “${column}”. Do they count as sales?`,
      example: words[0],
      readings: (['sale', 'no_sale', 'void'] as const).map((meaning) =>
        reading(
          meaning,
          MEANING_LABELS[meaning],
          rolesWith((guess) => withWords(guess, column, words, meaning, candidates)),
        ),
      ),
    });
  asks.push(...askCustomer(table, guesses, sales?.customers ?? [], rolesWith));
  asks.push(...asksOfScores(table, candidates, guesses, rolesWith));
  asks.push(...askTenure(table, candidates, guesses, rolesWith));
  asks.push(...askCents(table, candidates, guesses, isKnownSystem, rolesWith));
  return asks;
}

const MEANING_LABELS = {
  sale: 'They are sales',
  no_sale: 'They never were sales',
  void: 'They were called off',
} as const;

const SENTENCES = {
  amount_column: (column: string) => `Is “${column}” what the customer paid for the line?`,
  amount_of_order: (column: string) =>
    `“${column}” is the same on all lines of an order. Is it the total of the whole order?`,
  discount_kind: (column: string) => `Is “${column}” per cent off the price, or money off the line?`,
} as const;

const reading = (answer: string, label: string, roles: readonly RoleReading[]): QuestionReading => ({
  answer,
  label,
  roles,
  totals: null,
});

const withMoney = (guess: RoleGuess, fields: ChosenFields): RoleGuess => ({
  ...guess,
  fields: {
    ...Object.fromEntries(
      Object.entries(guess.fields).filter(
        ([field]) =>
          !(MONEY_FIELDS as readonly string[]).includes(field) || field === 'quantity' || field === 'order_refund',
      ),
    ),
    ...asGuesses(fields),
  },
});

function withWords(
  guess: RoleGuess,
  column: string,
  words: readonly string[],
  meaning: StatusMeaning,
  candidates: readonly Candidate[],
): RoleGuess {
  const fields = Object.entries(guess.fields).map(([field, one]) => {
    if (candidates[one.index].profile.name !== column || !one.details?.words) return [field, one] as const;
    const answered = Object.fromEntries(words.map((word) => [word, meaning]));
    return [field, { ...one, details: { ...one.details, words: { ...one.details.words, ...answered } } }] as const;
  });
  return { ...guess, fields: Object.fromEntries(fields) };
}

/** The scale of scores where neither the header nor the values tell it. */
function asksOfScores(
  table: RawTable,
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
  rolesWith: (change: (guess: RoleGuess) => RoleGuess) => RoleReading[],
): TableQuestion[] {
  const score = guesses.find(({ role }) => role === 'surveys')?.fields['score'];
  if (!score) return [];
  const candidate = candidates[score.index];
  const { scale, isTold } = scaleOfScores(candidate);
  if (isTold) return [];
  const { name, first, number } = candidate.profile;
  const scales = ['0-10', '1-5', '1-7', '0-100'].filter((one) => Number(one.split('-')[1]) >= (number?.max ?? 0));
  const ordered = [scale, ...scales.filter((one) => one !== scale)];
  if (ordered.length < 2) return [];
  const as = (one: string) => (guess: RoleGuess) =>
    guess.role === 'surveys'
      ? { ...guess, fields: { ...guess.fields, score: { ...score, details: { ...score.details, scale: one } } } }
      : guess;
  return [
    {
      code: 'score_scale',
      table: tableId(table),
      column: name,
      sentence: `From what to what do the answers in “${name}” go?`,
      example: first.join(', '),
      readings: ordered.map((one) => reading(one, one.replace('-', ' to '), rolesWith(as(one)))),
    },
  ];
}

const VALUE_SENTENCES: Readonly<Partial<Record<QuestionCode, (example: string, column: string) => string>>> = {
  decimal_mark: (example, column) => `Is ${example} in “${column}” more than a thousand, or a number with decimals?`,
  date_order: (example, column) => `Which day is ${example} in “${column}”?`,
  calendar: (example, column) => `Which calendar counts the years of “${column}”, as in ${example}?`,
  fiscal_start: (example, column) => `With which month does the year of “${column}” begin, as in ${example}?`,
};

/** What the values of single columns leave open: the order of day and month, the mark before decimals. */
export function asksOfValues(
  table: RawTable,
  roles: readonly RoleReading[],
  questions: readonly Question[],
): TableQuestion[] {
  return questions.flatMap((question): TableQuestion[] => {
    if (question.kind === 'no-role') return [];
    const detail = question.kind === 'decimal-mark' ? 'decimal' : 'format';
    const readings = question.readings.map((one) => (typeof one === 'string' ? one : one.format));
    const code: QuestionCode = question.kind === 'decimal-mark' ? 'decimal_mark' : question.code;
    return [
      {
        code,
        table: tableId(table),
        column: question.column,
        sentence: VALUE_SENTENCES[code]?.(question.example, question.column) ?? '',
        example: question.example,
        readings: readings.map((one) =>
          reading(
            one,
            one,
            roles.map(({ role, mapping }) => ({ role, mapping: withDetail(mapping, question.column, detail, one) })),
          ),
        ),
      },
    ];
  });
}

const withDetail = (mapping: RoleMapping, column: string, detail: 'format' | 'decimal', value: string): RoleMapping =>
  Object.fromEntries(
    Object.entries(mapping).map(([field, entry]) => {
      const held = columnOf(entry);
      return [field, held?.column === column && isOf(held, detail) ? { ...held, [detail]: value } : entry];
    }),
  );

/** A date column has a format, a number none. */
const isOf = (held: { readonly format?: string }, detail: 'format' | 'decimal'): boolean =>
  detail === 'format' ? held.format !== undefined : held.format === undefined;

const exampleRow = (table: RawTable): string =>
  table.rows === 0
    ? ''
    : table.header
        .map((name, column) => [name, cellAt(table, 0, column)])
        .filter(([, cell]) => cell !== '')
        .slice(0, 8)
        .map(([name, cell]) => `${name}: ${cell}`)
        .join(', ');
