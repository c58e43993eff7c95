import type { TextColumn, TransactionColumns } from '../../domain/columns';
import type { Notice } from '../../domain/notices';

const FIELDS = ['product', 'category'] as const;
const SHOWN = 6;

const folded = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/**
 * Names of items that differ from another only in capital letters or spaces. They stay different items (METRICS.md rule 12
 * keeps case), so that whoever brought the file should know.
 * @returns a notice a field, with the number of names that have such a twin
 */
export function noticeSpellings(columns: TransactionColumns, file: string): Notice[] {
  return FIELDS.flatMap((field): Notice[] => {
    const twins = columns[field] ? twinsIn(columns[field]) : [];
    return twins.length === 0
      ? []
      : [{ code: 'spellings_differ', file, count: twins.length, column: field, values: twins.slice(0, SHOWN) }];
  });
}

function twinsIn({ values, codes }: TextColumn): string[] {
  const byLetters = new Map<string, number[]>();
  values.forEach((value, code) => {
    if (value === '') return;
    const key = folded(value);
    const same = byLetters.get(key);
    if (same) same.push(code);
    else byLetters.set(key, [code]);
  });
  if (byLetters.size === values.length) return [];
  // Values may be left of rows that were rejected.
  const used = new Uint8Array(values.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  return [...byLetters.values()].flatMap((same) => {
    const found = same.filter((code) => used[code]);
    return found.length > 1 ? found.map((code) => values[code]) : [];
  });
}
