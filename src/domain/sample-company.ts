import type { InspectedTable, RoleReading } from './import';
import { NO_LOAD_ANSWERS, type LoadAnswers } from './load-answers';
import { columnOf, type FieldMapping, type Mapping, type Role, type RoleMapping } from './roles';

/** A sample company as its catalogue describes it. */
export interface SampleCompany {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** A file that fills several roles is listed once for each. */
  readonly files: readonly SampleFile[];
  readonly mapping?: Mapping;
}
interface SampleFile {
  readonly path: string;
  readonly role: Role;
  readonly sheet?: string;
  /** The mapping of this file, where several files fill one role. */
  readonly mapping?: RoleMapping;
}
/** The mapping of a table in the catalogue. Formats that it leaves out are guessed from the values. */
function sampleRoles(company: SampleCompany, table: InspectedTable): RoleReading[] {
  const guessed = new Map(
    table.roles
      .flatMap(({ mapping }) => Object.values(mapping))
      .flatMap((field) => columnOf(field) ?? [])
      .map((column) => [column.column, column]),
  );
  const withFormat = (field: FieldMapping): FieldMapping =>
    typeof field === 'string' ? (guessed.get(field) ?? field) : field;
  return company.files
    .filter(({ path, sheet }) => path === table.file && (sheet === undefined || sheet === table.sheet))
    .flatMap(({ role, mapping }): RoleReading[] => {
      const told = mapping ?? company.mapping?.[role];
      if (!told) return table.roles.filter((one) => one.role === role);
      return [
        { role, mapping: Object.fromEntries(Object.entries(told).map(([name, field]) => [name, withFormat(field)])) },
      ];
    });
}

/** A sample is read as its author says: nothing is asked or suggested. */
export function sampleAnswers(company: SampleCompany, tables: readonly InspectedTable[]): LoadAnswers {
  const inspected = tables.map(({ id, shapes }) => ({ id, shapes }));
  const roles = Object.fromEntries(tables.map((table) => [table.id, sampleRoles(company, table)]));
  return { ...NO_LOAD_ANSWERS, name: company.name, tables: { inspected, roles, leftOut: {} } };
}
