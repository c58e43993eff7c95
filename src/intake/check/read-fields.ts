import { scaleEnds } from '../../domain/answer-bands';
import type { TextColumn } from '../../domain/columns';
import type { ColumnMapping, FieldType, Role } from '../../domain/roles';
import { statedScale } from './score-scales';
import { readShares, tenThousandthsOf } from './derive-amounts';
import type { TimeZone } from '../../domain/time-zone';
import type { MeantDays } from '../values/days-not-meant';
import { readMappedDays } from './read-mapped-days';
import { likeliestDecimal } from '../understand/profile-numbers';
import {
  IS_BIG,
  IS_BLANK,
  READ,
  UNREADABLE,
  blanksOf,
  doubleAt,
  readNumbers,
  type NumberReadings,
} from '../values/read-columns';
import { readFlag } from '../values/flag';
import { readStage } from '../values/stage';
import { readStrategy } from '../values/strategy';
import { takeKey, takeText, type Kept } from './take-rows';
import type { MappedField } from './validate-fields';

export const decimalOf = ({ column, mapping }: MappedField) => mapping.decimal ?? likeliestDecimal(column);

/** The numbers of a field: those of another currency where its money was converted, in whole units where it is written in cents. */
export function numbersOf(field: MappedField): NumberReadings {
  if (field.readings) return field.readings;
  const readings = readNumbers(field.column, decimalOf(field));
  const digits = Math.round(Math.log10(field.mapping.per ?? 1));
  return digits > 0 ? dividedByPower(readings, digits) : readings;
}

/** Divided by a power of ten, exactly. */
function dividedByPower(readings: NumberReadings, digits: number): NumberReadings {
  const big = [...readings.big].map(
    ([code, { coefficient, scale }]) => [code, { coefficient, scale: scale + digits }] as const,
  );
  return { ...readings, scale: readings.scale.map((scale) => scale + digits), big: new Map(big) };
}

/** One field, read for each distinct value. `wrong` says why an unreadable value was left out. */
export type Reading = { readonly field: MappedField; readonly states: Uint8Array; readonly wrong: string } & (
  | { readonly kind: 'text'; readonly take: (kept: Kept) => TextColumn }
  | { readonly kind: 'day'; readonly byCode: Int32Array; readonly meant: MeantDays }
  | { readonly kind: 'number'; readonly byCode: Float64Array }
);

export function readField(role: Role, field: MappedField, type: FieldType, zone?: TimeZone): Reading {
  const { column, mapping } = field;
  switch (type) {
    case 'text':
    case 'key':
    case 'status':
      return {
        field,
        kind: 'text',
        states: new Uint8Array(column.values.length),
        wrong: '',
        take: (kept) => takeWords(field, type, kept),
      };
    case 'flag':
      return readWords(field, 'not yes or no', (value) => wordOf(readFlag(value, mapping.yes)));
    case 'stage':
      return readWords(field, 'not a stage', (value) => stageOf(value, mapping.yes));
    case 'day': {
      const meant = readMappedDays(field, role, zone);
      const { day, state } = meant.readings;
      return { field, kind: 'day', states: state, wrong: 'not a date', byCode: day, meant };
    }
    case 'money': {
      const { value, state } = tenThousandthsOf(numbersOf(field));
      return { field, kind: 'number', states: state, wrong: 'not a number', byCode: value };
    }
    case 'number':
      return role === 'surveys' && field.field === 'score'
        ? readScores(field)
        : readDoubles(field, readNumbers(column, decimalOf(field)));
    case 'share':
      return readDoubles(field, readShares(column, decimalOf(field)));
  }
}

function takeWords({ field, column, mapping }: MappedField, type: FieldType, kept: Kept): TextColumn {
  if (field === 'strategy') return takeText(column, kept, (value) => strategyOf(value, mapping));
  return type === 'key' ? takeKey(column, kept) : takeText(column, kept);
}

/** By the words that the mapping gives (`"reward": "Prämie"`), else by those that are known. */
function strategyOf(value: string, mapping: ColumnMapping): string {
  const words: { readonly reward?: string; readonly penalty?: string; readonly none?: string } & ColumnMapping =
    mapping;
  return (['reward', 'penalty', 'none'] as const).find((strategy) => words[strategy] === value) ?? readStrategy(value);
}

const wordOf = (flag: boolean | null) => (flag === null ? null : flag ? 'yes' : 'no');

/** With a word for yes the column says only who became a customer: the others have been heard of. */
function stageOf(value: string, yes: string | undefined): string | null {
  if (yes === undefined) return readStage(value);
  return readFlag(value, yes) ? 'customer' : 'aware';
}

function readWords(field: MappedField, wrong: string, read: (value: string) => string | null): Reading {
  const blank = blanksOf(field.column);
  const words = field.column.values.map((value, code) => (blank[code] ? null : read(value)));
  const states = Uint8Array.from(words, (word, code) => (blank[code] ? IS_BLANK : word === null ? UNREADABLE : READ));
  return {
    field,
    kind: 'text',
    states,
    wrong,
    take: (kept) => takeText(field.column, kept, (_, code) => words[code]!),
  };
}

function readDoubles(field: MappedField, readings: NumberReadings): Reading {
  const byCode = Float64Array.from(readings.state, (_, code) => doubleAt(readings, code));
  return {
    field,
    kind: 'number',
    states: readings.state.map((state) => (state === IS_BIG ? READ : state)),
    wrong: 'not a number',
    byCode,
  };
}

/** A column that states no scale may hold a Net Promoter Score, which runs from 0 to 10, or satisfaction from 1 to 5 within it. */
const WIDEST = { from: 0, to: 10 };

function readScores(field: MappedField): Reading {
  const reading = readDoubles(field, readNumbers(field.column, decimalOf(field)));
  if (reading.kind !== 'number') return reading;
  const { from, to } = scaleEnds(statedScale(field.column, field.mapping) ?? '') ?? WIDEST;
  const onScale = (score: number) => score >= from && score <= to;
  return {
    ...reading,
    states: reading.byCode.length
      ? Uint8Array.from(reading.byCode, (score) => (onScale(score) ? READ : UNREADABLE))
      : reading.states,
  };
}
