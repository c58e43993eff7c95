/** Record types of an XLS stream (MS-XLS 2.3): formulas, and those that hold formulas only. */
const FORMULA = 0x0006;
const FORMULAS_ONLY: ReadonlySet<number> = new Set([0x0018, 0x0218, 0x0021, 0x0221, 0x0036, 0x0236, 0x04bc]);
/** Cells as Excel 2 wrote them, which had no container: in one they are damage, and their lengths are anything. */
const OF_EXCEL_2: ReadonlySet<number> = new Set([0x0002, 0x0003, 0x0004, 0x0005, 0x0007]);
/** A record that every reader passes over (MMS, reserved). */
const IGNORED = 0x00c1;
/** In a formula's record the length of its tokens stands behind the cell, the value and the flags. */
const TOKENS_AT = 20;
const NO_TOKENS = 0xff;

/**
 * Takes the formulas out of the stream of an XLS of Excel 5 or later, in place; the values that they last had stay. Nobody needs them here, and a
 * damaged one keeps its reader busy for ever.
 */
export function forgetFormulas(stream: Uint8Array | number[]): void {
  for (let at = 0; at + 4 <= stream.length;) {
    const type = stream[at] | (stream[at + 1] << 8);
    const length = stream[at + 2] | (stream[at + 3] << 8);
    if (FORMULAS_ONLY.has(type) || OF_EXCEL_2.has(type)) {
      stream[at] = IGNORED & 0xff;
      stream[at + 1] = IGNORED >> 8;
    } else if (type === FORMULA && length >= TOKENS_AT + 2) {
      stream[at + 4 + TOKENS_AT] = NO_TOKENS;
      stream[at + 5 + TOKENS_AT] = NO_TOKENS;
    }
    at += 4 + length;
  }
}
