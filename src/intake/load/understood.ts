import { tableId } from '../../domain/import';
import type { QuestionReading, TableQuestion } from '../../domain/questions';
import type { TimeZone } from '../../domain/time-zone';
import type { BroughtTable } from './choose-roles';
import { countReadings } from './count-readings';

/** How surely each column was understood, by table and column. */
export type Confidence = Readonly<
  Record<string, Readonly<Record<string, { field: string | null; confidence: string; evidence: string }>>>
>;

/** What a report says of how tables were understood (METRICS.md section 3). */
export interface Understood {
  /** The known systems whose exports they look like; null for none. */
  readonly recipe: string | null;
  readonly confidence: Confidence;
  readonly questions: readonly TableQuestion[];
}

/** Of tables whose mapping was guessed; a mapping that was given leaves nothing open. */
export function tellUnderstood(tables: readonly BroughtTable[], zone?: TimeZone): Understood {
  const guessed = tables.filter(({ by, understanding }) => by !== 'map' && understanding !== undefined);
  const recipes = new Set(guessed.flatMap(({ understanding }) => understanding?.recipe ?? []));
  return {
    recipe: recipes.size > 0 ? [...recipes].join(', ') : null,
    confidence: Object.fromEntries(
      guessed.map(({ table, understanding }) => [
        tableId(table),
        Object.fromEntries(
          understanding!.columns.map(({ name, guess, confidence, evidence }) => [
            name,
            { field: guess?.field ?? null, confidence, evidence },
          ]),
        ),
      ]),
    ),
    questions: tables
      .flatMap(({ joinQuestions = [] }) => joinQuestions)
      .concat(
        guessed.flatMap(({ table, roles, by, understanding }) => {
          const played = new Set(roles.map(({ role }) => role));
          const asks = understanding!.asks.flatMap((ask) => {
            // Whoever brought it as something has said what it is.
            if (ask.code === 'role') return by === 'guess' ? [ask] : [];
            const within = (reading: QuestionReading) => reading.roles.filter(({ role }) => played.has(role));
            return [{ ...ask, readings: ask.readings.map((reading) => ({ ...reading, roles: within(reading) })) }];
          });
          return countReadings(table, asks, zone);
        }),
      ),
  };
}

/** As `summary.json` has them: money in currency units. */
export const writtenQuestions = (questions: readonly TableQuestion[]) =>
  questions.map(({ code, table, column, sentence, readings }) => ({
    code,
    file: table,
    column,
    sentence,
    readings: readings.map(({ answer, totals, effect }) => ({
      answer,
      net: totals === null ? null : totals.net / 10_000,
      customers: totals?.customers ?? null,
      ...(effect === undefined ? {} : { effect }),
    })),
  }));
