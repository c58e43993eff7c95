import { NO_DAY } from '../domain/calendar';
import type { TransactionColumns } from '../domain/columns';

export interface OrderNumbers {
  /** The order of each row. */
  readonly orderOf: Int32Array;
  /** Of each order, the row in which it first appears. */
  readonly firstRow: Int32Array;
}

/** Numbers orders as they first appear: rows of one customer with one code. */
export function numberOrders(columns: TransactionColumns, customerOf: Int32Array): OrderNumbers {
  const { codes, size } = orderCodes(columns, customerOf);
  const rows = codes.length;
  const orderOf = new Int32Array(rows);
  const firstRow = new Int32Array(rows);
  const firstOfCode = new Int32Array(size).fill(-1);
  const further = new PairTable();
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    const customer = customerOf[row];
    const first = firstOfCode[code];
    let order = first;
    // Few codes are orders of several customers.
    if (first >= 0 && customerOf[firstRow[first]] !== customer) order = further.findOrAdd(code, customer, count);
    else if (first < 0) order = firstOfCode[code] = count;
    if (order === count) firstRow[count++] = row;
    orderOf[row] = order;
  }
  return { orderOf, firstRow: firstRow.slice(0, count) };
}

/** A dense code for what makes two lines of one customer the same order. */
function orderCodes(columns: TransactionColumns, customerOf: Int32Array): { codes: Int32Array; size: number } {
  const rows = columns.rows;
  const codes = new Int32Array(rows);
  const named = columns.order && !columns.eachRow ? columns.order : null;
  const names = named ? named.values.length : 0;
  const byTime = new Map<number, number>();
  let size = names;
  for (let row = 0; row < rows; row++) {
    const name = named ? named.codes[row] : -1;
    if (name >= 0) {
      codes[row] = name;
    } else if (columns.eachRow || customerOf[row] < 0 || !columns.day || columns.day[row] === NO_DAY) {
      codes[row] = size++;
    } else {
      const time = columns.day[row] * 86_401 + (columns.second ? columns.second[row] + 1 : 0);
      let code = byTime.get(time);
      if (code === undefined) byTime.set(time, (code = size++));
      codes[row] = code;
    }
  }
  return { codes, size };
}

/** Finds a number by two others: open addressing, three entries a slot, the number is -1 where it is free. */
class PairTable {
  #slots = new Int32Array(3 * 16).fill(-1);
  #used = 0;

  findOrAdd(one: number, two: number, otherwise: number): number {
    if (this.#used * 6 > this.#slots.length) this.#grow();
    const slot = this.#slotOf(one, two);
    if (this.#slots[slot + 2] < 0) {
      this.#slots.set([one, two, otherwise], slot);
      this.#used++;
    }
    return this.#slots[slot + 2];
  }

  /** Where the pair is, or would be. */
  #slotOf(one: number, two: number): number {
    const slots = this.#slots;
    const mask = slots.length / 3 - 1;
    let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = 3 * at;
      if (slots[slot + 2] < 0 || (slots[slot] === one && slots[slot + 1] === two)) return slot;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length).fill(-1);
    for (let slot = 0; slot < before.length; slot += 3) {
      if (before[slot + 2] >= 0)
        this.#slots.set(before.subarray(slot, slot + 3), this.#slotOf(before[slot], before[slot + 1]));
    }
  }
}
