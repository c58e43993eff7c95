/** Parts of a number format that are shown as they stand: `"K-"`, `\-`; and those that are not shown: `_)`, `* `, `[Red]`. */
const PART = /"([^"]*)"|\\(.)|_.|\*.|\[(?!h|m|s)[^\]]*\]|(.)/gisu;
/** What may stand between the zeros without a mark before it. */
const PLAIN_LITERAL = /^[-/ ()+:']$/;

type Piece = '0' | { readonly shown: string };

const known = new Map<string, readonly Piece[] | null>();

/** The pieces of a format made of two zeros or more and literals (`000000`, `00000-0000`, `"K-"0000`); null of any other. */
function piecesOf(format: string): readonly Piece[] | null {
  const cached = known.get(format);
  if (cached !== undefined) return cached;
  const pieces = parsePieces(format);
  known.set(format, pieces);
  return pieces;
}

function parsePieces(format: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  // The sections after the first are for other values: negative ones, zero, texts.
  for (const [, quoted, escaped, plain] of format.matchAll(PART)) {
    const literal = quoted ?? escaped;
    if (literal !== undefined) pieces.push({ shown: literal });
    else if (plain === ';') break;
    else if (plain === '0') pieces.push('0');
    else if (plain !== undefined && PLAIN_LITERAL.test(plain)) pieces.push({ shown: plain });
    else if (plain !== undefined) return null;
  }
  return pieces.filter((piece) => piece === '0').length >= 2 ? pieces : null;
}

/** Whether a number format shows zeros that the number lacks. */
export const showsZeros = (format: string): boolean => piecesOf(format) !== null;

/**
 * A whole number as its format shows it: 123 under `000000` is `000123`, a postcode or customer number. Null where the format
 * is no such one, or the number is none that it was made for.
 */
export function shownWithZeros(value: number, format: string): string | null {
  const pieces = piecesOf(format);
  if (pieces === null || !Number.isSafeInteger(value) || value < 0) return null;
  const places = pieces.filter((piece) => piece === '0').length;
  const digits = String(value).padStart(places, '0');
  // The first zero takes all digits that are more than there are places.
  let at = digits.length - places;
  let first = true;
  const text = pieces.map((piece) => {
    if (piece !== '0') return piece.shown;
    const taken = first ? digits.slice(0, at + 1) : digits[at];
    first = false;
    at++;
    return taken;
  });
  return text.join('').trim();
}
