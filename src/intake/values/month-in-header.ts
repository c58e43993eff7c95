import { monthFromName } from './month-names';

/** `2024-01` where a header is a month: `2024-01`, `01/2024`, `Jan 24`, `Januar 2024`, `202401`, `2024-01-31`; else null. */
export function monthInHeader(header: string): string | null {
  const text = header
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\.(?=\s|$)/g, '')
    .trim();
  const made = (year: string, month: number) =>
    month >= 1 && month <= 12 ? `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}` : null;
  const yearFirst = /^((?:19|20)\d\d)[-/. ]?(\d{1,2})(?:[-/.]\d{1,2}(?:[ t]00:00(?::00)?)?)?$/.exec(text);
  if (yearFirst) return made(yearFirst[1], Number(yearFirst[2]));
  const yearLast = /^(\d{1,2})[-/. ]((?:19|20)\d\d)$/.exec(text);
  if (yearLast) return made(yearLast[2], Number(yearLast[1]));
  const named = /^([a-z]+)[-/. ']*((?:19|20)?\d\d)$/.exec(text) ?? null;
  const reversed = /^((?:19|20)\d\d)[-/. ]*([a-z]+)$/.exec(text);
  const [word, year] = named ? [named[1], named[2]] : reversed ? [reversed[2], reversed[1]] : ['', ''];
  const month = monthFromName(word);
  return month === null ? null : made(year, month);
}
