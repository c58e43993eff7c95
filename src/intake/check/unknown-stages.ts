import type { Notice } from '../../domain/notices';
import type { FieldType } from '../../domain/roles';
import { UNREADABLE, countsOf } from '../values/read-columns';
import type { Reading } from './read-fields';
import { dealState } from './open-deals';

/** Names the words of a column of stages that mean none, but for those lost on the way, with their rows; the commonest first. */
export function noticesOfStages(
  file: string,
  { field: { field, column, mapping }, states }: Reading,
  types: Readonly<Record<string, FieldType>>,
): Notice[] {
  if (types[field] !== 'stage') return [];
  const counts = countsOf(column);
  const unknown = column.values
    .flatMap((word, code) =>
      states[code] === UNREADABLE && counts[code] > 0 && dealState(word) !== 'lost'
        ? [{ word, rows: counts[code] }]
        : [],
    )
    .sort((a, b) => b.rows - a.rows);
  if (unknown.length === 0) return [];
  const count = unknown.reduce((sum, { rows }) => sum + rows, 0);
  return [{ code: 'unknown_stages', file, count, column: mapping.column, values: unknown.map(({ word }) => word) }];
}
