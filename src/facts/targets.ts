import type { Dataset } from '../domain/columns';
import type { Target } from '../domain/targets';

/** What somebody answers for: rows that name something, in the order of the file. */
export function targetsOf({ records }: Dataset): readonly Target[] {
  const { targets } = records;
  if (!targets) return [];
  const text = (field: string, row: number) => {
    const column = targets.text[field];
    return column && column.codes[row] >= 0 ? column.values[column.codes[row]] : '';
  };
  return Array.from({ length: targets.rows }, (_, row) => ({
    stage: text('stage', row),
    level: text('level', row),
    metric: text('metric', row),
    target: targets.number['target']?.[row] ?? NaN,
    owner: text('owner', row),
  })).filter(({ metric }) => metric !== '');
}
