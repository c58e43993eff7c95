import { tableId, type TableChoice } from '../../domain/import';
import type { TableAdvice, TableQuestion } from '../../domain/questions';
import { pairOf, type JoinAnswer, type JoinSuggestion, type SaidOfTables } from '../../domain/shape';
import type { DecidedJoins, PlannedTable } from '../shape/decide-joins';
import type { AskedJoin } from '../shape/suggest-joins';
import type { JoinDecisions } from '../shape/sure-joins';
import type { BroughtTable } from './choose-roles';
import type { TimeZone } from '../../domain/time-zone';
import type { Inspected } from './inspect';
import { countJoin, questionOfJoin } from './join-questions';
import { planForms, sameShapes } from './plan-forms';
import { readInForm, type NamedBrought } from './read-in-form';

/** Which tables that are held belong together, under what was said of them; by the same rule as in a report. */
export function adviseOn(held: readonly Inspected[], said: SaidOfTables): TableAdvice {
  const { forms, decide } = planForms(plannedOf(held, said));
  const { done, leftOut } = decide(decisionsOf(said));
  // As it would be without what was taken apart by hand, so that it can be told again.
  const told = decide(new Map(Object.entries(said.answers)));
  const isDone = ({ from, shape }: JoinSuggestion) =>
    done.some((one) => one.from === from && one.shape.with === shape.with);
  const asked = everAsked(decide(new Map()), told);
  const isAsked = ({ from, shape }: JoinSuggestion) => asked.has(pairOf(from, shape.with));
  return {
    joins: done.map((join) => spelledAs(join, said)),
    shapes: [
      ...forms.filter(({ table }) => !said.formed.includes(table)),
      ...[...told.done, ...told.offered].filter((join) => !isDone(join) && !isAsked(join)),
    ],
    asked: [...asked.values()].map((one) => questionOfJoin(one, (id) => tableOf(held, id))),
    leftOut,
  };
}

/** Counts questions under each answer: all sales, read as the page reads them now but for the answer. */
export function countJoinQuestion(
  held: readonly Inspected[],
  said: SaidOfTables,
  choices: readonly TableChoice[],
  question: TableQuestion,
  zone?: TimeZone,
): TableQuestion[] {
  const { join } = question;
  if (!join || !held.some(({ id }) => id === join.table) || !held.some(({ id }) => id === join.shape.with)) return [];
  const pair = pairOf(join.from, join.shape.with);
  const { decide } = planForms(plannedOf(held, said));
  const readUnder = (answer: JoinAnswer) =>
    readAsOnPage(held, said, choices, decide(new Map([...decisionsOf(said), [pair, answer]])));
  return countJoin(question, readUnder, zone);
}

/** What was taken apart by hand stays apart. */
const decisionsOf = ({ answers, undone }: SaidOfTables): JoinDecisions =>
  new Map<string, JoinAnswer>([...Object.entries(answers), ...undone.map((pair) => [pair, 'apart'] as const)]);

/** Questions that are asked before any answer, and those that an answer brings. */
function everAsked(...decided: readonly DecidedJoins[]): Map<string, AskedJoin> {
  const found = new Map<string, AskedJoin>();
  for (const one of decided.flatMap(({ asked }) => asked)) {
    const pair = pairOf(one.join.from, one.join.shape.with);
    if (!found.has(pair)) found.set(pair, one);
  }
  return found;
}

const plannedOf = (held: readonly Inspected[], { formed, chosen }: SaidOfTables): PlannedTable[] =>
  held.map(({ id, original, own }) => ({
    id,
    table: original,
    roles: own.roles.map(({ role }) => role),
    isOpen: !formed.includes(id),
    isGuessed: !chosen.includes(id),
  }));

const spelledAs = (join: JoinSuggestion, { spelled }: SaidOfTables): JoinSuggestion => ({
  ...join,
  shape: { ...join.shape, same: spelled[pairOf(join.from, join.shape.with)] ?? join.shape.same },
});

function readAsOnPage(
  held: readonly Inspected[],
  said: SaidOfTables,
  choices: readonly TableChoice[],
  { done, leftOut }: DecidedJoins,
): BroughtTable[] {
  const own = held.flatMap(({ id, shapes }) =>
    said.formed.includes(id) ? [] : shapes.flatMap((shape) => (shape.kind === 'join' ? [] : [{ table: id, shape }])),
  );
  const plan = { forms: own, joins: done.map((join) => spelledAs(join, said)), leftOut };
  const named = held.map((one) => namedOf(one, said));
  const chosen = new Map(choices.map(({ table, roles }) => [table, roles]));
  return readInForm(named, plan, {}, held).map((read) => {
    const id = tableId(read.table);
    const now = held.find((one) => one.id === id)!;
    const roles = chosen.get(id) ?? [];
    const isAsNow = sameShapes(read.shapes ?? [], now.shapes);
    // A table that stood beside another now had no role of its own.
    return isAsNow && (roles.length > 0 || said.chosen.includes(id)) ? { ...read, roles } : read;
  });
}

function namedOf({ id, original, own, shapes }: Inspected, { formed, chosen }: SaidOfTables): NamedBrought {
  const roles = own.roles.map(({ role, mapping }) => ({ role, mapping }));
  return {
    id,
    brought: { table: original, roles, by: chosen.includes(id) ? 'role' : 'guess', understanding: own },
    form: formed.includes(id) ? { table: id, roles: roles.map(({ role }) => role), shapes } : undefined,
  };
}

const tableOf = (held: readonly Inspected[], id: string) => held.find((one) => one.id === id)!.original;
