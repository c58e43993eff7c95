/** Where the digits of other scripts begin: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;
/** Marks that only steer the direction of writing. */
const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const ASCII = /^[\x20-\x7e]*$/;

export const isAscii = (text: string): boolean => ASCII.test(text);

/** Digits of any script as 0 to 9, full-width marks as plain ones, without marks of direction. */
export function plainDigits(text: string): string {
  if (isAscii(text)) return text;
  return text
    .replace(DIRECTION, '')
    .replace(OTHER_DIGIT, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = ZEROS.findLast((from) => from <= code)!;
      return String(code - zero);
    })
    .replace(/[\uff01-\uff0f\uff1a-\uff20]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
