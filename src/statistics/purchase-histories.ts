/** What a model of repeat buying is fitted to; one entry a customer. Times in days. */
export interface Histories {
  /** Repeat purchases: distinct purchase days after the first. */
  readonly x: Float64Array;
  /** From the first purchase to the last, and to the end of observation. */
  readonly tx: Float64Array;
  readonly T: Float64Array;
}
/** The distinct histories and how many customers have each: a likelihood is worked out once for each. */
export interface CountedHistories extends Histories {
  readonly customers: Float64Array;
  /** For each customer, the place of their history. */
  readonly placeOf: Int32Array;
}

export const DAYS_A_WEEK = 7;

/** Histories that many customers share are counted once: whole days make few of them. */
export function countHistories({ x, tx, T }: Histories): CountedHistories {
  const places = new Map<number, number[]>();
  const first: number[] = [];
  const customers: number[] = [];
  const placeOf = new Int32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    // Large counts can share a key: those with one are compared.
    const key = (x[i] * 65_536 + tx[i]) * 65_536 + T[i];
    const candidates = places.get(key) ?? [];
    let place = candidates.find((one) => x[first[one]] === x[i] && tx[first[one]] === tx[i] && T[first[one]] === T[i]);
    if (place === undefined) {
      place = first.length;
      first.push(i);
      customers.push(0);
      places.set(key, [...candidates, place]);
    }
    customers[place]++;
    placeOf[i] = place;
  }
  const of = (values: Float64Array) => Float64Array.from(first, (i) => values[i]);
  return { x: of(x), tx: of(tx), T: of(T), customers: Float64Array.from(customers), placeOf };
}

/** log(scale + days / 7) of every day from 0 to the longest history, worked out as it is asked for. */
export function logTable(scale: number, longest: number): (days: number) => number {
  const table = new Float64Array(longest + 1).fill(NaN);
  return (days) => {
    const known = table[days];
    return known === known ? known : (table[days] = Math.log(scale + days / DAYS_A_WEEK));
  };
}

export const longestOf = ({ T }: Histories): number => T.reduce((most, days) => Math.max(most, days), 0);

/** Every n-th history, evenly through the customers, so that at most `most` are left. */
export function someHistories(all: CountedHistories, most: number): CountedHistories {
  const step = Math.ceil(all.x.length / most);
  if (step <= 1) return all;
  const some = (values: Float64Array) => values.filter((_, i) => i % step === 0);
  return { ...all, x: some(all.x), tx: some(all.tx), T: some(all.T), customers: some(all.customers) };
}
