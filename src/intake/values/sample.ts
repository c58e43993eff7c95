import type { TextColumn } from '../../domain/columns';
import { blanksOf, countsOf } from './read-columns';

/** Up to `size` non-empty distinct values from all over the column: files are often sorted, so its head would mislead. */
export function sampleOf(column: TextColumn, size: number): string[] {
  const counts = countsOf(column);
  const blank = blanksOf(column);
  const step = Math.max(1, column.values.length / size);
  const sample: string[] = [];
  for (let at = 0; at < column.values.length; at += step) {
    let code = Math.floor(at);
    while (code < column.values.length && code < at + step && (blank[code] || counts[code] === 0)) code++;
    if (code < column.values.length && code < at + step) sample.push(column.values[code]);
  }
  return sample;
}
