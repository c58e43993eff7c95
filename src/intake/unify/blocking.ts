import type { TextColumn } from '../../domain/columns';
import type { Evidence } from './evidence';

/**
 * Pairs worth comparing. Comparing all is quadratic; each pass pairs the records that share one key, and several passes
 * with keys of different fields keep a slip in one of them from losing a pair.
 */

/** Within a larger block each record meets only its next neighbours in the order of the names. */
const LARGEST_BLOCK = 60;
const NEIGHBOURS = 12;

type Key = (record: number) => string;

const textAt = ({ codes, values }: TextColumn, record: number): string =>
  codes[record] < 0 ? '' : values[codes[record]];
/** Joined where every part is there. */
const joined = (...parts: readonly string[]): string => (parts.includes('') ? '' : parts.join('|'));
const start = (text: string, letters: number): string => (text.length < letters ? '' : text.slice(0, letters));
/** The letters of a word in order, each once: blind to letters that changed places or were doubled. */
const letters = (text: string): string => [...new Set(text)].sort().join('');

/** The keys of each pass; '' leaves a record out. */
function passes(evidence: Evidence): readonly Key[] {
  const at = (kind: Exclude<keyof Evidence, 'records'>) => (record: number) => textAt(evidence[kind], record);
  const [given, surname, birth, email, phone] = [at('given'), at('surname'), at('birth'), at('email'), at('phone')];
  const [taxId, street, number, postcode] = [at('tax_id'), at('street'), at('number'), at('postcode')];
  const [city, company] = [at('city'), at('company')];
  return [
    email,
    phone,
    taxId,
    birth,
    (r) => start(email(r).split('@')[0], 5),
    (r) => joined(surname(r), start(given(r), 1)),
    (r) => joined(given(r), postcode(r)),
    (r) => joined(surname(r), postcode(r)),
    (r) => joined(surname(r), city(r)),
    (r) => joined(given(r), birth(r).slice(4)),
    (r) => joined(letters(surname(r)), birth(r).slice(0, 4)),
    (r) => joined(given(r), birth(r).slice(0, 6)),
    (r) => joined(street(r), number(r)),
    (r) => joined(street(r), postcode(r)),
    (r) => joined(start(surname(r), 3), start(given(r), 3)),
    (r) => joined(letters(surname(r)), letters(given(r))),
    (r) => joined(start(phone(r), 7)),
    (r) => joined(company(r), postcode(r) || city(r)),
    // A firm without people is told apart by its name.
    (r) => (surname(r) === '' ? company(r) : ''),
  ];
}

/** Grows by doubling. */
class PairList {
  #pairs = new Float64Array(1 << 12);
  #size = 0;
  add(pair: number): void {
    if (this.#size === this.#pairs.length) {
      const before = this.#pairs;
      this.#pairs = new Float64Array(before.length * 2);
      this.#pairs.set(before);
    }
    this.#pairs[this.#size++] = pair;
  }
  /** Ascending, each once. */
  finish(): Float64Array {
    const sorted = this.#pairs.subarray(0, this.#size).sort();
    let kept = 0;
    for (let at = 0; at < sorted.length; at++)
      if (at === 0 || sorted[at] !== sorted[kept - 1]) sorted[kept++] = sorted[at];
    return sorted.slice(0, kept);
  }
}

/**
 * Every candidate pair once, as `first * records + second` with first < second, ascending. Records are compared by index, so
 * these must not depend on the order of rows: see `canonicalOrder` in records.ts.
 * @param step called between passes with the share that is done; may throw to stop
 */
export async function candidatePairs(
  evidence: Evidence,
  step: (share: number) => Promise<void>,
): Promise<Float64Array> {
  const found = new PairList();
  const keys = passes(evidence);
  const byName = orderOfNames(evidence);
  for (const [at, key] of keys.entries()) {
    await step(at / keys.length);
    const blocks = new Map<string, number[]>();
    for (const record of byName) {
      const value = key(record);
      if (value === '') continue;
      const block = blocks.get(value);
      if (block) block.push(record);
      else blocks.set(value, [record]);
    }
    for (const block of blocks.values()) if (block.length > 1) pairBlock(block, evidence.records, found);
  }
  return found.finish();
}

function pairBlock(block: readonly number[], records: number, found: PairList): void {
  const reach = block.length > LARGEST_BLOCK ? NEIGHBOURS : block.length;
  for (let at = 0; at < block.length; at++) {
    const end = Math.min(block.length, at + reach + 1);
    for (let next = at + 1; next < end; next++) {
      const [a, b] = [block[at], block[next]];
      found.add(a < b ? a * records + b : b * records + a);
    }
  }
}

/** Records by surname, then given name; a stable order for the neighbourhoods of large blocks. */
function orderOfNames({ records, surname, given }: Evidence): Int32Array {
  const rank = ({ codes, values }: TextColumn): Int32Array => {
    const order = values.map((_, code) => code).sort((a, b) => (values[a] < values[b] ? -1 : 1));
    const ranks = new Int32Array(values.length);
    order.forEach((code, position) => (ranks[code] = position));
    return codes.map((code) => (code < 0 ? -1 : ranks[code]));
  };
  const [bySurname, byGiven] = [rank(surname), rank(given)];
  return Int32Array.from({ length: records }, (_, record) => record).sort(
    (a, b) => bySurname[a] - bySurname[b] || byGiven[a] - byGiven[b] || a - b,
  );
}
