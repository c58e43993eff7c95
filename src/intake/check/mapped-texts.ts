import type { TextColumn } from '../../domain/columns';
import type { ColumnMapping } from '../../domain/roles';
import { blanksOf } from '../values/read-columns';

/**
 * The texts of a mapped column: its own, but for what the mapping takes from, or leaves to, other columns.
 * @param amount of the row, whose sign says which way its money goes
 */
export function mappedTexts(
  mapping: ColumnMapping,
  columnOf: (name: string) => TextColumn,
  amount: TextColumn | null = null,
): TextColumn {
  const own = columnOf(mapping.column);
  const told = mapping.else === undefined ? own : toldByEither(own, columnOf(mapping.else));
  const joined = mapping.and === undefined ? told : joinTexts(told, columnOf(mapping.and));
  const filled = mapping.beside === undefined ? joined : filledBeside(joined, columnOf(mapping.beside));
  const meant = mapping.back === undefined || !amount ? filled : namedBack(filled, columnOf(mapping.back), amount);
  return mapping.first === undefined ? meant : firstOfLists(meant, mapping.first);
}

/** The texts of two columns as one, with a blank between: a given name and a family name. Blank only where both are. */
function joinTexts(first: TextColumn, second: TextColumn): TextColumn {
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

/** The texts of one column, and where it is blank those of the other. */
function toldByEither(one: TextColumn, other: TextColumn): TextColumn {
  const blank = blanksOf(one);
  const values = [...one.values];
  const index = new Map(values.map((value, code) => [value, code]));
  const place = other.values.map((value) => {
    const known = index.get(value) ?? values.push(value) - 1;
    index.set(value, known);
    return known;
  });
  const codes = one.codes.map((code, row) => {
    if (code >= 0 && !blank[code]) return code;
    return other.codes[row] < 0 ? -1 : place[other.codes[row]];
  });
  return { codes, values };
}

/** A column without what stands on rows where another one is blank: the sum of an order above the rows of its items. */
function filledBeside({ codes, values }: TextColumn, beside: TextColumn): TextColumn {
  return { codes: codes.map((code, row) => (beside.codes[row] < 0 ? -1 : code)), values };
}

const BELOW_ZERO = /^\W*?[-−(]|-$/;

/** The texts of one column, and of another on the rows whose amount is below 0. */
function namedBack({ codes, values }: TextColumn, other: TextColumn, amount: TextColumn): TextColumn {
  const places = new Map(values.map((value, code) => [value, code]));
  const all = [...values];
  const moved = other.values.map((value) => {
    const place = places.get(value) ?? all.push(value) - 1;
    places.set(value, place);
    return place;
  });
  const isBelow = amount.values.map((value) => BELOW_ZERO.test(value));
  return {
    values: all,
    codes: codes.map((code, row) => {
      if (!isBelow[amount.codes[row]]) return code;
      return other.codes[row] < 0 ? -1 : moved[other.codes[row]];
    }),
  };
}

/** Of cells that list several keys (`635;640`) the first one. */
function firstOfLists({ codes, values }: TextColumn, separator: string): TextColumn {
  const firsts: string[] = [];
  const known = new Map<string, number>();
  const place = values.map((value) => {
    const first = value.split(separator, 1)[0].trim();
    if (first === '') return -1;
    const before = known.get(first) ?? firsts.push(first) - 1;
    known.set(first, before);
    return before;
  });
  return { codes: codes.map((code) => (code < 0 ? -1 : place[code])), values: firsts };
}
