import { AppError } from '../domain/errors';
import type { RoleReading } from '../domain/import';
import type { Shape } from '../domain/shape';
import { shapeTable, understandShaped } from '../intake/shape/shape-table';
import { suggestJoins } from '../intake/shape/suggest-joins';
import { suggestLong } from '../intake/shape/suggest-long';
import type { BroughtTable } from './choose-roles';

/**
 * Joins tables whose role was left to the guess to those that name their rows, and turns months into rows where nothing
 * else would make sales of them: what the page asks, whoever runs a report has asked for by bringing the file. Throws
 * `no-role` for a table that is left over.
 */
export function shapeBrought(tables: readonly BroughtTable[]): BroughtTable[] {
  const named = tables.map(({ table, roles }, i) => ({
    id: String(i),
    table,
    roles: roles.map(({ role }) => role),
  }));
  const at = (id: string) => tables[Number(id)];
  const joins = suggestJoins(named).filter(
    ({ shape, needed }) => at(shape.with).by === 'guess' && (needed || at(shape.with).roles.length === 0),
  );
  const longs = suggestLong(named).filter(({ table, needed }) => needed && at(table).by !== 'map');
  const joined = new Set(joins.map(({ shape }) => shape.with));
  return named.flatMap(({ id }) => {
    if (joined.has(id)) return [];
    const shapes = [...longs, ...joins].filter(({ table }) => table === id).map(({ shape }) => shape);
    const brought = shapes.length > 0 ? inForm(at(id), shapes, at) : at(id);
    if (brought.roles.length > 0) return [brought];
    throw new AppError('no-role', { file: brought.table.file, found: brought.table.header });
  });
}

function inForm(brought: BroughtTable, shapes: readonly Shape[], at: (id: string) => BroughtTable): BroughtTable {
  const { table, joined } = shapeTable(brought.table, shapes, (id) => at(id).table);
  const understood = understandShaped(brought.table, table, shapes).roles.map(({ role, mapping }): RoleReading => ({
    role,
    mapping,
  }));
  const anew = (given: RoleReading) => understood.find(({ role }) => role === given.role) ?? given;
  const roles = { map: brought.roles, role: brought.roles.map(anew), guess: understood }[brought.by];
  return { ...brought, table, joined, roles };
}
