import type { Dataset, RecordTable, TextColumn } from '../../domain/columns';
import type { Numberings } from './numbering';
import type { SourceRecords } from './records';

/**
 * Which customer the key in a row means. A file that is itself a customers file speaks of its own numbering; any other one of
 * the numbering that knows most of its keys, and of the first brought where several know as many. A key that this numbering
 * does not know is looked up in the others in turn.
 */
export class KeyReader {
  readonly #order = new Map<number, readonly number[]>();

  constructor(
    private readonly numberings: Numberings,
    private readonly records: SourceRecords,
    private readonly names: readonly string[],
  ) {}

  /** The unit of each row, -1 where no customers file knows the key. */
  unitsOf(column: TextColumn | null | undefined, file: Int32Array): Int32Array {
    const units = new Int32Array(file.length).fill(-1);
    if (!column) return units;
    if (this.numberings.count > 1) this.#chooseOrders(column, file);
    const known = new Map<readonly number[], Int32Array>();
    const first = Array.from({ length: this.numberings.count }, (_, at) => at);
    for (let row = 0; row < file.length; row++) {
      const code = column.codes[row];
      if (code < 0) continue;
      const order = this.#order.get(file[row]) ?? first;
      let byCode = known.get(order);
      if (!byCode) known.set(order, (byCode = this.#lookUp(column, order)));
      units[row] = byCode[code];
    }
    return units;
  }

  #lookUp({ values }: TextColumn, order: readonly number[]): Int32Array {
    return Int32Array.from(values, (key) => {
      for (const numbering of order) {
        const unit = this.numberings.unitOf(numbering, key);
        if (unit !== undefined) return unit;
      }
      return -1;
    });
  }

  #chooseOrders(column: TextColumn, file: Int32Array): void {
    const { count, of } = this.numberings;
    const all = Array.from({ length: count }, (_, at) => at);
    for (const one of new Set(file)) {
      if (this.#order.has(one)) continue;
      const own = this.records.sources.indexOf(this.names[one]);
      const known = own >= 0 ? all.map((at) => (at === of[own] ? 1 : 0)) : this.#knownKeys(column, file, one);
      this.#order.set(
        one,
        [...all].sort((a, b) => known[b] - known[a] || a - b),
      );
    }
  }

  /** Distinct keys of a file that each numbering knows. */
  #knownKeys({ codes, values }: TextColumn, file: Int32Array, one: number): number[] {
    const used = new Set<number>();
    for (let row = 0; row < file.length; row++) if (file[row] === one && codes[row] >= 0) used.add(codes[row]);
    const known = new Array<number>(this.numberings.count).fill(0);
    for (const code of used)
      known.forEach((_, at) => this.numberings.unitOf(at, values[code]) !== undefined && known[at]++);
    return known;
  }
}

/** The column with ids of customers in place of keys; a key that no customers file knows stays. */
function renamed(column: TextColumn, units: Int32Array, idOfUnit: readonly string[]): TextColumn {
  const values: string[] = [];
  const index = new Map<string, number>();
  const codeOf = (value: string) => {
    let code = index.get(value);
    if (code === undefined) index.set(value, (code = values.push(value) - 1));
    return code;
  };
  const codes = column.codes.map((code, row) =>
    code < 0 ? -1 : codeOf(units[row] < 0 ? column.values[code] : idOfUnit[units[row]]),
  );
  return { codes, values };
}

/** Every table with ids of customers in place of keys, and the transactions with the unit that each key meant. */
export function rekeyed(
  dataset: Dataset,
  reader: KeyReader,
  idOfUnit: readonly string[],
  customers: RecordTable,
): Dataset {
  const { transactions } = dataset;
  const records = Object.fromEntries(
    Object.entries(dataset.records).map(([role, table]): [string, RecordTable] => {
      if (role === 'customers') return [role, customers];
      const key = table.text['customer'];
      if (!key) return [role, table];
      const named = renamed(key, reader.unitsOf(key, table.file), idOfUnit);
      return [role, { ...table, text: { ...table.text, customer: named } }];
    }),
  ) as Dataset['records'];
  if (!transactions?.customer) return { ...dataset, records };
  const unit = reader.unitsOf(transactions.customer, transactions.file);
  const lines = { ...transactions, unit, customer: renamed(transactions.customer, unit, idOfUnit) };
  return { ...dataset, transactions: lines, records };
}
