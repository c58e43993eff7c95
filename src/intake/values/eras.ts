import { dayFromParts } from '../../domain/calendar';
import { plainDayText } from './day-text';
import { readTime } from './time-of-day';
import type { Stamp } from './zones';

/** The year before the first of each era. 民國 is Taiwan's count. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018, R: 2018, REIWA: 2018, 平成: 1988, H: 1988, HEISEI: 1988, 昭和: 1925, S: 1925, SHOWA: 1925,
  大正: 1911, T: 1911, TAISHO: 1911, 明治: 1867, M: 1867, MEIJI: 1867, 民國: 1911, 民国: 1911,
  '㋿': 2018, '㍻': 1988, '㍼': 1925,
}; // prettier-ignore

const DATE =
  /^(令和|平成|昭和|大正|明治|民國|民国|[㋿㍻㍼]|Reiwa|Heisei|Showa|[RHSTM](?=\.?\d)) ?\.?(\d{1,3}|元)[年./-](\d{1,2})[月./-](\d{1,2})日?(.*)$/iu;

/** Years counted from an emperor's first: `令和6年1月10日`, `R6.1.10`, `平成元年4月1日`. */
export function readEra(text: string): Stamp | null {
  const match = DATE.exec(plainDayText(text));
  if (!match) return null;
  const year = ERAS[match[1].toUpperCase()] + (match[2] === '元' ? 1 : Number(match[2]));
  const day = dayFromParts(year, Number(match[3]), Number(match[4]));
  if (day === null) return null;
  if (match[5] === '') return { day, second: -1 };
  const time = readTime(match[5]);
  return time && { day, ...time };
}
