/**
 * Which rows equal an earlier one, by their fingerprints, one list of marks for each file. Files count as one, in their order: the
 * first of equal rows is marked 0, the others 1.
 * @param prints two numbers for each row, as `fingerprintRows` gives them
 */
export function markDuplicates(prints: readonly Uint32Array[]): Uint8Array[] {
  const rows = prints.reduce((sum, print) => sum + print.length / 2, 0);
  let size = 16;
  while (size < rows * 2) size *= 2;
  const ones = new Uint32Array(size);
  const twos = new Uint32Array(size);
  const used = new Uint8Array(size);
  return prints.map((print) => {
    const marks = new Uint8Array(print.length / 2);
    for (let i = 0; i < print.length; i += 2) {
      let slot = (print[i] ^ print[i + 1]) & (size - 1);
      while (used[slot] && (ones[slot] !== print[i] || twos[slot] !== print[i + 1])) slot = (slot + 1) & (size - 1);
      marks[i / 2] = used[slot];
      used[slot] = 1;
      ones[slot] = print[i]!;
      twos[slot] = print[i + 1]!;
    }
    return marks;
  });
}

export const countMarked = (marks: readonly Uint8Array[]): number =>
  marks.reduce((sum, file) => sum + file.reduce((all, mark) => all + mark, 0), 0);
