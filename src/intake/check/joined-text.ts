import type { TextColumn } from '../../domain/columns';

/** The texts of two columns as one, with a blank between: a given name and a family name. Blank only where both are. */
export function joinTexts(first: TextColumn, second: TextColumn): TextColumn {
  const rows = first.codes.length;
  const codes = new Int32Array(rows).fill(-1);
  const values: string[] = [];
  const known = new Map<number, number>();
  const width = second.values.length + 1;
  for (let row = 0; row < rows; row++) {
    const [a, b] = [first.codes[row], second.codes[row]];
    if (a < 0 && b < 0) continue;
    const pair = (a + 1) * width + b + 1;
    let code = known.get(pair);
    if (code === undefined) {
      const text = `${first.values[a] ?? ''} ${second.values[b] ?? ''}`.trim();
      code = text === '' ? -1 : values.push(text) - 1;
      known.set(pair, code);
    }
    codes[row] = code;
  }
  return { codes, values };
}
