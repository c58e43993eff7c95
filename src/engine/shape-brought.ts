import { AppError } from '../domain/errors';
import { tableId, type RoleReading } from '../domain/import';
import type { Notice } from '../domain/notices';
import type { Mapping, Role } from '../domain/roles';
import type { JoinSuggestion, Shape } from '../domain/shape';
import { matchForms, type TableForm } from '../domain/table-form';
import { shapeTable, understandShaped } from '../intake/shape/shape-table';
import { planJoins, type AskedJoin } from '../intake/shape/suggest-joins';
import type { JoinDecisions } from '../intake/shape/sure-joins';
import { suggestForms } from '../intake/shape/suggest-forms';
import { usesColumnsOf, type BroughtTable } from './choose-roles';
import { joinQuestions } from './join-questions';

/** A table among those that were brought, under an id that no other has. */
interface Named {
  readonly id: string;
  readonly brought: BroughtTable;
  readonly form: TableForm | undefined;
}

/**
 * Brings tables into the form that a mapping names. Where it names none, tables whose role was left to the guess are joined to
 * those that name their rows, and months are turned into rows where nothing else would make sales of them: what the page asks,
 * whoever runs a report has asked for by bringing the file. A table that is left over is left out, and the first of the others
 * says so; throws `no-role` where there is no other.
 */
export function shapeBrought(
  tables: readonly BroughtTable[],
  forms: readonly TableForm[] = [],
  mapping: Mapping = {},
): BroughtTable[] {
  const named = withForms(tables, forms);
  const readUnder = (decided: JoinDecisions) => readAs(named, suggestedFor(named, decided), mapping);
  const plan = suggestedFor(named, new Map());
  const read = readAs(named, plan, mapping);
  if (read.length === 0 && tables.length > 0)
    throw new AppError('no-role', { file: tables[0].table.file, found: tables[0].table.header });
  const questions = joinQuestions(plan.asked, read, readUnder);
  if (questions.length === 0) return read;
  return [{ ...read[0], joinQuestions: questions }, ...read.slice(1)];
}

/** The tables that are left to be loaded, each in its form; the first says which were left out. */
function readAs(named: readonly Named[], { shapes: suggested, leftOut }: Plan, mapping: Mapping): BroughtTable[] {
  const shapesOf = new Map(named.map(({ id, form }) => [id, form?.shapes ?? []]));
  for (const { table, shape } of suggested) shapesOf.set(table, [...shapesOf.get(table)!, shape]);
  const joined = new Set(
    [...shapesOf.values()].flatMap((shapes) => shapes.flatMap((shape) => (shape.kind === 'join' ? [shape.with] : []))),
  );
  const tableOf = (id: string) => at(named, id);
  const notices: Notice[] = [];
  const read = named.flatMap(({ id, brought, form }) => {
    if (joined.has(id) && brought.by === 'guess') return [];
    if (leftOut.has(id)) {
      const other = leftOut.get(id) ?? null;
      notices.push(other === null ? notUnderstood(brought) : countedIn(brought, tableOf(other)));
      return [];
    }
    const shapes = shapesOf.get(id)!;
    const shaped = shapes.length > 0 ? inForm(brought, shapes, tableOf) : brought;
    const used = brought.by === 'guess' ? asMapped(shaped, form, mapping) : shaped;
    if (used.roles.length === 0) notices.push(notUnderstood(used));
    return used.roles.length > 0 ? [used] : [];
  });
  return notices.length === 0 || read.length === 0 ? read : [withNotices(read[0], notices), ...read.slice(1)];
}

const notUnderstood = ({ table }: BroughtTable): Notice => ({
  code: 'table_left_out',
  file: tableId(table),
  count: table.rows,
  values: table.header,
});

const countedIn = ({ table }: BroughtTable, other: BroughtTable): Notice => ({
  code: 'money_counted_elsewhere',
  file: tableId(table),
  count: table.rows,
  values: [tableId(other.table)],
});

const withNotices = (brought: BroughtTable, notices: readonly Notice[]): BroughtTable => ({
  ...brought,
  table: { ...brought.table, notices: [...(brought.table.notices ?? []), ...notices] },
});

/** Two files of one name are told apart by their place; the first has the form of that name. */
function withForms(tables: readonly BroughtTable[], forms: readonly TableForm[]): Named[] {
  const ids = tables.map(({ table }) => tableId(table));
  const unique = ids.map((id, i) => (ids.indexOf(id) === i ? id : `${id}\u001f${i}`));
  const matched = matchForms(
    forms,
    tables.map(({ table, roles }, i) => ({
      id: unique[i],
      header: table.header,
      roles: roles.map(({ role }) => role),
    })),
  );
  return tables.map((brought, i) => ({ id: unique[i], brought, form: matched.get(unique[i]) }));
}

interface Plan {
  readonly shapes: readonly { readonly table: string; readonly shape: Shape }[];
  /** By table, the table in which its money stands. */
  readonly leftOut: ReadonlyMap<string, string | null>;
  readonly asked: readonly AskedJoin[];
}

/** Forms for tables that no mapping speaks of, and tables whose money stands in another. */
function suggestedFor(named: readonly Named[], decided: JoinDecisions): Plan {
  const guessed = named.map(({ id, brought: { table, roles } }) => ({
    id,
    table,
    roles: roles.map(({ role }) => role),
  }));
  const isOpen = (id: string) => named.find((one) => one.id === id)!.form === undefined;
  const by = (id: string) => named.find((one) => one.id === id)!.brought.by;
  const rolesOf = (id: string) => guessed.find((one) => one.id === id)!.roles;
  const { joins, leftOut, asked } = planJoins(guessed, decided);
  const mayBe = ({ table, shape }: JoinSuggestion) => isOpen(table) && isOpen(shape.with) && by(shape.with) === 'guess';
  const used = joins.filter(
    (join) => mayBe(join) && (join.needed || (!join.isUnsure && rolesOf(join.shape.with).length === 0)),
  );
  const forms = suggestForms(guessed).filter(({ table, needed }) => needed && isOpen(table) && by(table) !== 'map');
  return {
    shapes: [...forms, ...withTheirColumns(used, (id) => at(named, id).table.header)],
    asked: asked.filter(({ join }) => mayBe(join)),
    leftOut: new Map(
      leftOut.flatMap(({ table, countedIn: other }) =>
        by(table) === 'guess' && isOpen(table) ? [[table, other] as const] : [],
      ),
    ),
  };
}

const at = (named: readonly Named[], id: string): BroughtTable => named.find((one) => one.id === id)!.brought;

/** Without the joins by a column that another join was to bring, which is not done. */
function withTheirColumns(
  joins: readonly JoinSuggestion[],
  headerOf: (table: string) => readonly string[],
): JoinSuggestion[] {
  const headers = new Map<string, readonly string[]>();
  return joins.filter(({ table, shape, brings }) => {
    const header = headers.get(table) ?? headerOf(table);
    if (!header.includes(shape.column)) return false;
    headers.set(table, [...header, ...brings]);
    return true;
  });
}

function inForm(brought: BroughtTable, shapes: readonly Shape[], at: (id: string) => BroughtTable): BroughtTable {
  const { table, joined } = shapeTable(brought.table, shapes, (id) => at(id).table);
  // A table that has a role of its own as well gives account of its rows there.
  const others = shapes.flatMap((shape) => (shape.kind === 'join' ? [at(shape.with)] : []));
  const understanding = understandShaped(brought.table, table, shapes);
  const understood = understanding.roles.map(({ role, mapping }): RoleReading => ({ role, mapping }));
  const anew = (given: RoleReading) => understood.find(({ role }) => role === given.role) ?? given;
  const roles = { map: brought.roles, role: brought.roles.map(anew), guess: understood }[brought.by];
  const called = shapes.map((shape) =>
    shape.kind === 'join' ? { ...shape, with: tableId(at(shape.with).table) } : shape,
  );
  return {
    ...brought,
    table,
    shapes: called,
    joined: joined.filter((_, i) => others[i].by === 'guess'),
    roles,
    understanding,
  };
}

/** Where it is open which of two roles a table plays, a mapping answers by naming the columns of one. */
function answeredRoles({ table, understanding }: BroughtTable, mapping: Mapping): Role[] | null {
  const open = understanding?.asks.find(({ code }) => code === 'role')?.readings.flatMap(({ roles }) => roles) ?? [];
  const named = open.filter(({ role }) => mapping[role] && usesColumnsOf(mapping[role], table));
  return named.length === 1 ? [named[0].role] : null;
}

/**
 * A table whose role was left to the guess is read by the columns that a mapping names for that role, where it has them; one
 * whose form is known plays the roles that it played. Where all of its roles are named, nothing is left open.
 */
function asMapped(brought: BroughtTable, form: TableForm | undefined, mapping: Mapping): BroughtTable {
  const roles = form?.roles ?? answeredRoles(brought, mapping) ?? brought.roles.map(({ role }) => role);
  const given = roles.flatMap((role): RoleReading[] => {
    const fields = mapping[role];
    return fields && usesColumnsOf(fields, brought.table) ? [{ role, mapping: fields }] : [];
  });
  if (given.length === 0) return brought;
  const others = brought.roles.filter(({ role }) => roles.includes(role) && given.every((one) => one.role !== role));
  return { ...brought, roles: [...given, ...others], by: others.length > 0 ? brought.by : 'map' };
}
