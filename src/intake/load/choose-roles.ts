import { tableId, type RoleReading } from '../../domain/import';
import type { Notice } from '../../domain/notices';
import type { TableQuestion } from '../../domain/questions';
import { mappingOfRoles, type Mapping, type Role, type RoleMapping } from '../../domain/roles';
import type { Shape } from '../../domain/shape';
import { writtenForms, type TableForm } from '../../domain/table-form';
import type { Treatments } from '../../domain/treatment';
import { mappingAs, understandTable, type Understanding } from '../understand/guess-mapping';
import { FORMS_KEY } from '../understand/mapping/parse-forms';
import type { RawTable } from '../read/raw-table';
import type { ShapedTable } from '../shape/shape-table';

/** A table with the roles it is to fill. */
export interface BroughtTable {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
  /** What was understood of it, in the form in which it is loaded. */
  readonly understanding?: Understanding;
  /** Who says so: the user's mapping, the user's role with a guessed mapping, or the guess alone. */
  readonly by: 'map' | 'role' | 'guess';
  /** What was done to bring it into this form, naming the other tables by their ids. */
  readonly shapes?: readonly Shape[];
  /** Tables whose columns stand beside its rows. */
  readonly joined?: ShapedTable['joined'];
  /** Whether it belongs to another that was brought. */
  readonly joinQuestions?: readonly TableQuestion[];
  /** What was noticed while its roles were settled. */
  readonly notices?: readonly Notice[];
}

/**
 * Which table of a file fills a role, and how. A mapping given by the user is used as it stands; without one it is guessed
 * as in the page. Of several sheets the one that fits best is taken.
 */
export function chooseRole(
  tables: readonly RawTable[],
  role: Role,
  mapping: Mapping,
  forms: readonly TableForm[] = [],
): BroughtTable {
  const given = mapping[role];
  if (given !== undefined) {
    const isNamed = (one: RawTable) => forms.some(({ table, roles }) => table === tableId(one) && roles.includes(role));
    const table = tables.find((one) => usesColumnsOf(given, one)) ?? tables.find(isNamed) ?? tables[0];
    return { table, roles: [{ role, mapping: given }], by: 'map' };
  }
  const candidates = tables.map((table) => {
    const understanding = understandTable(table);
    const roles = understanding.roles.filter((one) => one.role === role);
    return { table, understanding, roles, score: Math.max(0, ...roles.map(({ score }) => score)) };
  });
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  const [found] = best.roles;
  const guessed = found?.mapping ?? mappingAs(best.table, role);
  return { table: best.table, roles: [{ role, mapping: guessed }], by: 'role', understanding: best.understanding };
}

/** Every table of a file in the roles that it seems to play; none where it seems to play none. */
export const guessRolesOf = (tables: readonly RawTable[]): BroughtTable[] =>
  tables.map((table) => {
    const understanding = understandTable(table);
    const roles = understanding.roles.map(({ role, mapping }) => ({ role, mapping }));
    return { table, roles, by: 'guess', understanding };
  });

export function usesColumnsOf(mapping: RoleMapping, table: RawTable): boolean {
  return Object.values(mapping).every((field) => {
    if (typeof field === 'object' && 'each' in field) return true;
    return table.header.includes(typeof field === 'string' ? field : field.column);
  });
}

/**
 * What was used, in the form of a mapping file. Of several files in one role the first is written.
 * @param brought all tables, those among them that were joined to others
 */
export function mappingOfChoices(
  tables: readonly BroughtTable[],
  treatments: Treatments,
  brought: readonly BroughtTable[],
): { readonly [R in Role]?: object } & { readonly tables?: readonly object[] } {
  const mapping = mappingOfRoles(tables.flatMap(({ roles }) => roles));
  const joined = tables.flatMap(({ shapes = [] }) =>
    shapes.flatMap((shape) => (shape.kind === 'join' ? [shape.with] : [])),
  );
  const beside = brought.filter(({ table }) => joined.includes(tableId(table))).map((one) => ({ ...one, roles: [] }));
  const forms = [...tables, ...beside].flatMap(({ table, roles, shapes = [] }): TableForm[] => {
    const encoding = table.encodings?.read.encoding;
    if (!encoding && shapes.length === 0) return [];
    return [{ table: tableId(table), roles: roles.map(({ role }) => role), ...(encoding ? { encoding } : {}), shapes }];
  });
  return {
    ...Object.fromEntries(
      Object.entries(mapping).map(([role, used]) => [role, { ...treatments[role as Role], ...used }]),
    ),
    ...(forms.length > 0 ? { [FORMS_KEY]: writtenForms(forms) } : {}),
  };
}
