/**
 * A small DEFLATE (RFC 1951) writer: greedy matches and the fixed Huffman code. zlib's own output differs between
 * versions and processors, and committed files must not.
 */
const LENGTH_BASES = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const SHORTEST_MATCH = 4;
const LONGEST_MATCH = 258;
const WINDOW = 32_768;
const CHAIN_LIMIT = 48;

class BitWriter {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  /** Least significant bit first, as DEFLATE packs everything but Huffman codes. */
  write(value: number, width: number): void {
    this.#held |= value << this.#count;
    this.#count += width;
    while (this.#count >= 8) {
      this.bytes.push(this.#held & 255);
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  /** Huffman codes go most significant bit first. */
  writeCode(code: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.write((code >>> bit) & 1, 1);
  }

  finish(): Uint8Array {
    if (this.#count > 0) this.write(0, 8 - this.#count);
    return Uint8Array.from(this.bytes);
  }
}

export function deflate(source: Uint8Array): Uint8Array {
  const out = new BitWriter();
  out.write(0b011, 3); // last block, fixed code
  const heads = new Int32Array(65_536).fill(-1);
  const previous = new Int32Array(source.length);
  const remember = (at: number): void => {
    if (at + SHORTEST_MATCH > source.length) return;
    const slot = slotAt(source, at);
    previous[at] = heads[slot] ?? -1;
    heads[slot] = at;
  };
  for (let at = 0; at < source.length;) {
    const match = longestMatch(source, at, heads, previous);
    if (match.length < SHORTEST_MATCH) writeSymbol(out, source[at] ?? 0);
    else writeMatch(out, match.length, match.distance);
    const end = at + Math.max(1, match.length);
    while (at < end) remember(at++);
  }
  writeSymbol(out, 256);
  return out.finish();
}

function slotAt(source: Uint8Array, at: number): number {
  const word =
    (source[at] ?? 0) | ((source[at + 1] ?? 0) << 8) | ((source[at + 2] ?? 0) << 16) | ((source[at + 3] ?? 0) << 24);
  return Math.imul(word, 0x9e3779b1) >>> 16;
}

function longestMatch(
  source: Uint8Array,
  at: number,
  heads: Int32Array,
  previous: Int32Array,
): { length: number; distance: number } {
  const best = { length: 0, distance: 0 };
  if (at + SHORTEST_MATCH > source.length) return best;
  const limit = Math.min(LONGEST_MATCH, source.length - at);
  let candidate = heads[slotAt(source, at)] ?? -1;
  for (let tried = 0; candidate >= 0 && at - candidate < WINDOW && tried < CHAIN_LIMIT; tried++) {
    let length = 0;
    while (length < limit && source[candidate + length] === source[at + length]) length++;
    if (length > best.length) Object.assign(best, { length, distance: at - candidate });
    candidate = previous[candidate] ?? -1;
  }
  return best.length < SHORTEST_MATCH ? { length: 0, distance: 0 } : best;
}

function writeSymbol(out: BitWriter, symbol: number): void {
  if (symbol < 144) out.writeCode(0b0011_0000 + symbol, 8);
  else if (symbol < 256) out.writeCode(0b1_1001_0000 + symbol - 144, 9);
  else if (symbol < 280) out.writeCode(symbol - 256, 7);
  else out.writeCode(0b1100_0000 + symbol - 280, 8);
}

function writeMatch(out: BitWriter, length: number, distance: number): void {
  const lengthClass = LENGTH_BASES.findLastIndex((base) => base <= length);
  writeSymbol(out, 257 + lengthClass);
  out.write(length - (LENGTH_BASES[lengthClass] ?? 0), LENGTH_EXTRA[lengthClass] ?? 0);
  const distanceClass = DISTANCE_BASES.findLastIndex((base) => base <= distance);
  out.writeCode(distanceClass, 5);
  out.write(distance - (DISTANCE_BASES[distanceClass] ?? 0), Math.max(0, (distanceClass >> 1) - 1));
}
