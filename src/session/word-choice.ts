import type { RoleReading } from '../domain/import';
import { columnOf, type FieldMapping } from '../domain/roles';
import type { StatusMeaning } from '../domain/statuses';

/** The roles of a table in which a word of a column of statuses says something else of its rows. */
export function withWord(
  roles: readonly RoleReading[],
  column: string,
  word: string,
  meaning: StatusMeaning,
): RoleReading[] {
  return roles.map(({ role, mapping }) => ({
    role,
    mapping:
      role !== 'transactions'
        ? mapping
        : Object.fromEntries(
            Object.entries(mapping).map(([field, filled]): [string, FieldMapping] => {
              const held = columnOf(filled);
              if (held?.column !== column || !STATUS_FIELDS.has(field)) return [field, filled];
              return [field, { ...held, words: { ...held.words, [word]: meaning } }];
            }),
          ),
  }));
}

const STATUS_FIELDS: ReadonlySet<string> = new Set(['status', 'document_type', 'cancelled']);
