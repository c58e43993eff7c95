/**
 * Jaro's similarity with Winkler's bonus for a common beginning, 0 to 1.
 * Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
 * Linkage", Proceedings of the Section on Survey Research Methods, ASA, 1990 (prefix scale 0.1, at most four letters).
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Letters beyond this are not looked at: names are shorter. */
const LONGEST = 64;
const takenA = new Uint8Array(LONGEST);
const takenB = new Uint8Array(LONGEST);

function jaroOf(a: string, b: string): number {
  const [n, m] = [Math.min(a.length, LONGEST), Math.min(b.length, LONGEST)];
  if (n === 0 || m === 0) return 0;
  takenA.fill(0, 0, n);
  takenB.fill(0, 0, m);
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  let common = 0;
  for (let i = 0; i < n; i++) {
    const end = Math.min(m - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (takenB[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      takenA[i] = takenB[j] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  for (let i = 0, j = 0; i < n; i++) {
    if (!takenA[i]) continue;
    while (!takenB[j]) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j++)) moved++;
  }
  return (common / n + common / m + (common - moved / 2) / common) / 3;
}

/** Which letters a word has, one bit for each of 32 classes of letters. */
export function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

/** Number of bits set. */
function bitCount(mask: number): number {
  let v = mask - ((mask >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * Whether two words can be as alike as `least` (0.8 or more) at all, by their letters alone. Never denies what `jaroWinkler`
 * would grant: letters that the other word lacks are not in common, and the bonus for the beginning adds at most
 * 0.4 * (1 - jaro).
 */
export function mayBeAlike(a: string, lettersA: number, b: string, lettersB: number, least: number): boolean {
  const common = Math.min(a.length - bitCount(lettersA & ~lettersB), b.length - bitCount(lettersB & ~lettersA));
  const jaro = (least - 0.4) / 0.6;
  return common / a.length + common / b.length + 1 >= 3 * jaro - 1e-9;
}

const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/**
 * Whether so few letters were left out, put in, changed or swapped with their neighbour: the optimal string alignment
 * distance is at most `limit`.
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964.
 */
export function isWithinEdits(a: string, b: string, limit: number): boolean {
  let [endA, endB] = [a.length, b.length];
  if (Math.abs(endA - endB) > limit) return false;
  // What both begin and end with costs nothing.
  let start = 0;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const [n, m] = [endA - start, endB - start];
  if (n === 0 || m === 0) return Math.max(n, m) <= limit;
  if (limit === 0) return false;
  if (limit === 1) {
    const swapped = n === 2 && m === 2 && a.charCodeAt(start) === b.charCodeAt(start + 1);
    return (n === 1 && m === 1) || (swapped && a.charCodeAt(start + 1) === b.charCodeAt(start));
  }
  return n <= LONGEST && m <= LONGEST && distanceWithin(a.slice(start, endA), b.slice(start, endB), limit);
}

/** The whole table of distances, row by row, until no path can stay within the limit. */
function distanceWithin(a: string, b: string, limit: number): boolean {
  const [n, m] = [a.length, b.length];
  let [before, last, row] = rows;
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= m; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return false;
    [before, last, row] = [last, row, before];
  }
  return last[m] <= limit;
}
