import type { Formatter } from '../../domain/format';
import { dayFromParts } from '../../domain/calendar';

/** An ambiguous date in words, under one reading: `01/12/22` is `1 Dec 2022` day first. The text itself where it is of another kind. */
export function dayReaderWords(example: string, format: string, write: Formatter): string {
  const numbers = example.match(/\d+/g)?.slice(0, 3).map(Number);
  const letters = format.match(/[DMY]+/g)?.map((part) => part[0]);
  if (!numbers || !letters || numbers.length < 3 || letters.length < 3) return format;
  const part = (letter: string) => numbers[letters.indexOf(letter)];
  const year = part('Y') < 100 ? part('Y') + (part('Y') < 70 ? 2000 : 1900) : part('Y');
  const day = dayFromParts(year, part('M'), part('D'));
  return day === null ? format : write.day(day);
}
