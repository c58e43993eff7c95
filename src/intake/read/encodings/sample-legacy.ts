import type { LegacySample } from './rank-encodings';

/** Enough to tell languages apart. */
const MOST_PIECES = 2_000;
const MOST_LINES = 400;
const LONGEST_LINE = 2_000;
const CHUNK_BYTES = 2 << 20;

/**
 * Looks through a file for bytes beyond ASCII. Pieces are what stands between blanks and signs, each once, so that a town in
 * every row weighs no more than one; a second byte of two is never taken for a sign.
 */
export async function sampleLegacy(blob: Blob, signal?: AbortSignal): Promise<LegacySample> {
  const pieces = new Map<string, Uint8Array>();
  const lines = new Map<string, Uint8Array>();
  for (let from = 0; from < blob.size && pieces.size < MOST_PIECES; from += CHUNK_BYTES) {
    if (signal?.aborted) break;
    const bytes = new Uint8Array(await blob.slice(from, from + CHUNK_BYTES).arrayBuffer());
    let at = 0;
    while (pieces.size < MOST_PIECES) {
      at = nextHigh(bytes, at);
      if (at >= bytes.length) break;
      const piece = stretch(bytes, at, isWithinPiece, LONGEST_LINE);
      const known = pieces.size;
      keep(pieces, piece);
      if (pieces.size > known && lines.size < MOST_LINES)
        keep(
          lines,
          stretch(bytes, at, (byte) => byte !== 0x0a && byte !== 0x0d, LONGEST_LINE),
        );
      at = Math.max(at + 1, piece.byteOffset + piece.length);
    }
  }
  return {
    pieces: [...pieces.values()].map((piece) => piece.slice()),
    lines: [...lines.values()].map((line) => line.slice()),
  };
}

const nextHigh = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at < bytes.length && bytes[at] < 0x80) at++;
  return at;
};

/** Letters, and all that may be the second byte of a character. */
const isWithinPiece = (byte: number): boolean => byte >= 0x40;

function stretch(bytes: Uint8Array, at: number, within: (byte: number) => boolean, most: number): Uint8Array {
  let from = at;
  let to = at + 1;
  while (from > 0 && at - from < most && within(bytes[from - 1])) from--;
  while (to < bytes.length && to - at < most && within(bytes[to])) to++;
  return bytes.subarray(from, to);
}

function keep(found: Map<string, Uint8Array>, bytes: Uint8Array): void {
  const key = String.fromCharCode(...bytes);
  if (!found.has(key)) found.set(key, bytes);
}
