import { isAscii, plainDigits } from './digits';
import { withoutWeekday } from './weekday-names';

const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;
const PLAIN = /^(?!.*\.$)\d+(?:[./,-][\d./:,TZ+-]*)?(?: \d[\d.:,Z+-]*)?$/;
const KANJI = '〇一二三四五六七八九';

/**
 * A date as the formats expect it: plain digits and spaces, no day of the week, the year before the time, 年月日 for 년월일.
 * Nearly every text is so already.
 */
export function plainDayText(text: string): string {
  if (PLAIN.test(text)) return text;
  const known = plain.get(text);
  if (known !== undefined) return known;
  if (plain.size >= MOST_KNOWN) plain.clear();
  const made = makePlain(text);
  plain.set(text, made);
  return made;
}

/** Each text of a sample is asked for by every format. */
const plain = new Map<string, string>();
const MOST_KNOWN = 2_000;

function makePlain(text: string): string {
  const bare = text.replace(/^=?["'](.*?)["']?$/, '$1');
  const spaced = isAscii(bare) ? bare : plainDigits(bare.replace(SPACES, ' ')).replace(/،/g, ',');
  return dateBeforeTime(yearBeforeTime(withoutWeekday(written(spaced).replace(/ {2,}/g, ' ')))).replace(
    /(\d)\.$/,
    '$1',
  );
}

/** Chinese, Japanese and Korean dates without blanks around their marks, numbers as digits. */
function written(text: string): string {
  text = text
    // Dots with blanks behind them: `3. 1. 2024`, `2024. 1. 3.`
    .replace(/^(\d{1,4})\. ?(\d{1,2})\. ?(\d{1,4})\.?(?= |$)/, '$1.$2.$3')
    // The Slavic year behind the year and hour behind the hour.
    .replace(/(?<=\d) ?[гчр]\.(?=[, ]|$)/gu, '');
  if (!/[年년]/u.test(text)) return text;
  return text
    .replace(/년/gu, '年')
    .replace(/(?<=\d) ?월/gu, '月')
    .replace(/(?<=\d) ?일/gu, '日')
    .replace(/[〇一二三四五六七八九十]+(?=[年月日])/gu, kanjiNumber)
    .replace(/ *([年月日]) */gu, '$1')
    .replace(/日(?=[\d])/u, '日 ');
}

/** `二〇二四` as 2024, `二十九` as 29. */
function kanjiNumber(text: string): string {
  if (!text.includes('十')) return Array.from(text, (digit) => KANJI.indexOf(digit)).join('');
  const [tens, ones] = text.split('十');
  return String((tens === '' ? 1 : KANJI.indexOf(tens)) * 10 + (ones === '' ? 0 : KANJI.indexOf(ones)));
}

/** `23:30 10.01.2024` with the time behind. */
const dateBeforeTime = (text: string): string =>
  text.replace(/^(\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.? ?m\.?| Uhr| h)?),? +(\S.*\d{2})$/i, '$2 $1');

/** `Jan 10 23:30:00 EST 2024`, as Java and C write it, as `Jan 10 2024 23:30:00 EST`. */
const yearBeforeTime = (text: string): string =>
  text.replace(/^(\p{L}+\.? \d{1,2}) (\d{1,2}:\d{2}:\d{2}(?: [A-Z][A-Za-z]{1,4}| [+-]\d{4})?) (\d{4})$/u, '$1 $3 $2');
