import { dateAnswer, keyOfAnswer, markAnswer, topicOf } from '../domain/column-answers';
import type { InspectedTable } from '../domain/import';
import type { TableQuestion } from '../domain/questions';
import type { JoinAnswer, JoinSuggestion } from '../domain/shape';
import { isLeftOut, joinedTo } from '../domain/tables-in-view';
import { asksOf, keyOfAsk, readingAnswer } from './answers';
import { isJoinDecided, joinAnswer } from './joins';
import { dateQuestions, isUnread, markQuestions, rolesOf } from './readings';
import type { Settings } from './settings.svelte';
import type { Recalled, Tables } from './tables';

/** What is remembered between visits of how files of the same headers were read. */

/** How tables that come in are read by what is remembered, as far as it is still one of their readings. */
export function recallTables(settings: Settings, tables: readonly InspectedTable[]): Recalled {
  const roles = tables.flatMap((table) => {
    const known = settings.mapping(table);
    return known && JSON.stringify(known) !== JSON.stringify(table.roles) ? [[table.id, known] as const] : [];
  });
  const dates = dateQuestions({ inspected: tables }).flatMap(({ table, question: { column, readings } }) => {
    const known = settings.dateAnswer(table.header, column);
    return readings.some(({ format }) => format === known) ? [[keyOfAnswer(table, column), known!] as const] : [];
  });
  const marks = markQuestions({ inspected: tables }).flatMap(({ table, question: { column, readings } }) => {
    const mark = readings.find((one) => one === settings.markAnswer(table.header, column));
    return mark === undefined ? [] : [[keyOfAnswer(table, column), mark] as const];
  });
  const readings = tables.flatMap(asksOf).flatMap((ask) => {
    const known = settings.readingAnswer(ask.table.header, topicOf(ask.question));
    return ask.question.readings.some(({ answer }) => answer === known) ? [[keyOfAsk(ask), known!] as const] : [];
  });
  return {
    roles: Object.fromEntries(roles),
    answers: {
      dates: Object.fromEntries(dates),
      marks: Object.fromEntries(marks),
      readings: Object.fromEntries(readings),
    },
  };
}

/** How the same questions of joins were answered for files of the same headers, where nobody has decided yet. */
export function recallJoins(
  settings: Settings,
  tables: Tables,
  asked: readonly TableQuestion[],
): { readonly join: JoinSuggestion; readonly answer: JoinAnswer }[] {
  return asked.flatMap((question) => {
    const { join } = question;
    const place = placeOfJoin(tables, question);
    if (!join || !place || isJoinDecided(tables.joins, join)) return [];
    const answer = settings.readingAnswer(place.header, place.topic);
    return answer === 'joined' || answer === 'apart' ? [{ join, answer }] : [];
  });
}

/** What was chosen for the user's own files is how the next of their shape are read. */
export function rememberTables(settings: Settings, tables: Tables): void {
  rememberJoins(settings, tables);
  for (const table of tables.inspected) {
    const chosen = tables.roles[table.id];
    // That it stands beside another, or that its money does, is no reading of its own.
    if (isUnread(tables, table) || joinedTo(tables, table.id) || isLeftOut(tables, table.id)) continue;
    for (const ask of asksOf(table))
      settings.rememberReading(table.header, topicOf(ask.question), readingAnswer(tables.answers, ask)?.answer ?? null);
    if (!chosen) continue;
    if (JSON.stringify(chosen) === JSON.stringify(table.roles)) settings.forgetMapping(table);
    else settings.rememberMapping(table, rolesOf(tables, table));
  }
}

/** The answers that were counted are those that are remembered. */
function rememberJoins(settings: Settings, tables: Tables): void {
  for (const question of tables.joins.asked) {
    const place = placeOfJoin(tables, question);
    if (place && question.join)
      settings.rememberReading(place.header, place.topic, joinAnswer(tables.joins, question.join));
  }
}

/** After an answer was taken back: what it left in memory for the next file of the same header is put right. */
export function rememberAnew(settings: Settings, tables: Tables): void {
  for (const { table, question } of dateQuestions(tables)) {
    const format = dateAnswer(tables.answers, table, question.column);
    if (format !== null) settings.rememberDate(table.header, question.column, format);
  }
  for (const { table, question } of markQuestions(tables)) {
    const mark = markAnswer(tables.answers, table, question.column);
    if (mark !== null) settings.rememberMark(table.header, question.column, mark);
  }
  for (const table of tables.inspected)
    if (!tables.roles[table.id] && !isUnread(tables, table) && !joinedTo(tables, table.id))
      settings.forgetMapping(table);
}

/** Names of files change from month to month, their headers do not. */
function placeOfJoin(
  { inspected }: Tables,
  { join, column }: TableQuestion,
): { readonly header: readonly string[]; readonly topic: string } | null {
  const headerOf = (id: string | undefined) => {
    const table = inspected.find((one) => one.id === id);
    return table?.fileHeader ?? table?.header;
  };
  const [own, theirs] = [headerOf(join?.table), headerOf(join?.shape.with)];
  return own && theirs ? { header: own, topic: ['join', column ?? '', ...theirs].join('\u001f') } : null;
}
