import { tableId, type RoleReading } from '../../domain/import';
import type { Notice } from '../../domain/notices';
import type { Mapping, Role } from '../../domain/roles';
import type { Shape } from '../../domain/shape';
import type { TableForm } from '../../domain/table-form';
import type { Understanding } from '../understand/guess-mapping';
import { shapeTable, understandShaped, type ShapedTable } from '../shape/shape-table';
import { usesColumnsOf, type BroughtTable } from './choose-roles';
import { formsUnder, sameShapes, type FormPlan } from './plan-forms';

/** A table among those that were brought, under an id that no other has. */
export interface NamedBrought {
  readonly id: string;
  readonly brought: BroughtTable;
  /** As somebody has given it; nothing is guessed then. */
  readonly form: TableForm | undefined;
}

/** A table that was brought into form before, which need not be done again. */
export interface KnownForm extends ShapedTable {
  readonly id: string;
  readonly shapes: readonly Shape[];
  readonly understanding: Understanding;
}

/** The tables that are left to be loaded, each in its form; the first says which were left out. */
export function readInForm(
  named: readonly NamedBrought[],
  plan: FormPlan,
  mapping: Mapping,
  known: readonly KnownForm[] = [],
): BroughtTable[] {
  const leftOut = new Map(plan.leftOut.map(({ table, countedIn }) => [table, countedIn]));
  const shapesOf = formsUnder(
    named.map(({ id, form }) => ({ id, shapes: form?.shapes ?? [], isGiven: form !== undefined })),
    plan,
  );
  const joined = new Set(
    [...shapesOf.values()].flatMap((shapes) => shapes.flatMap((shape) => (shape.kind === 'join' ? [shape.with] : []))),
  );
  const tableOf = (id: string) => named.find((one) => one.id === id)!.brought;
  const notices: Notice[] = [];
  const read = named.flatMap(({ id, brought, form }) => {
    if (joined.has(id) && brought.by === 'guess') return [];
    if (leftOut.has(id)) {
      const other = leftOut.get(id) ?? null;
      notices.push(other === null ? notUnderstood(brought) : countedIn(brought, tableOf(other)));
      return [];
    }
    const shapes = shapesOf.get(id)!;
    const shaped = shapes.length > 0 ? inForm(id, brought, shapes, tableOf, known) : brought;
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

function inForm(
  id: string,
  brought: BroughtTable,
  shapes: readonly Shape[],
  at: (id: string) => BroughtTable,
  known: readonly KnownForm[],
): BroughtTable {
  const before = known.find((one) => one.id === id && sameShapes(one.shapes, shapes));
  const { table, joined } = before ?? shapeTable(brought.table, shapes, (id) => at(id).table);
  // A table that has a role of its own as well gives account of its rows there.
  const others = shapes.flatMap((shape) => (shape.kind === 'join' ? [at(shape.with)] : []));
  const understanding = before?.understanding ?? understandShaped(brought.table, table, shapes);
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
