import type { Random } from '../../mutations';
import { dayText, moneyText, type DayForm } from '../write';
import { WORDS, type Words } from './words';

/** How one shop writes: its words, dates and money, chosen once for a file. */
export interface Style {
  readonly word: (key: keyof Words) => string;
  readonly words: Words;
  readonly delimiter: string;
  readonly day: (day: number, minute: number) => string;
  readonly isTimed: boolean;
  readonly money: (cents: number) => string;
  readonly random: Random;
}

const DAYS: readonly (readonly DayForm[])[] = [
  ['iso', 'minute', 'us', 'uk', 'offset', 'zulu', 'zoned', 'compact'],
  ['german', 'iso', 'german'],
  ['uk', 'iso', 'minute'],
  ['uk', 'iso', 'uk minute'],
  ['uk', 'iso', 'zoned'],
  ['iso', 'uk', 'minute'],
];

export function styleOf(random: Random): Style {
  const language = random(WORDS.length);
  const words = WORDS[language];
  const chosen = new Map<keyof Words, string>();
  const form = DAYS[language][random(DAYS[language].length)];
  const isEnglish = language === 0;
  const delimiter = isEnglish ? [',', ',', '\t', ';'][random(4)] : ';';
  const thousands = isEnglish ? [undefined, ','][random(2)] : [undefined, '.', '\u00a0'][random(3)];
  const isShort = random(4) === 0;
  return {
    word: (key) => {
      if (!chosen.has(key)) chosen.set(key, words[key][random(2) === 0 ? 0 : random(words[key].length)]);
      return chosen.get(key)!;
    },
    words,
    delimiter,
    day: (day, minute) => dayText(day, minute, form),
    isTimed: ['minute', 'uk minute', 'offset', 'zulu', 'zoned'].includes(form),
    money: (cents) => {
      const text = moneyText(cents, isEnglish ? '.' : ',', language === 2 && thousands === '.' ? '' : thousands);
      return isShort ? text.replace(/[.,]00$/, '') : text;
    },
    random,
  };
}
