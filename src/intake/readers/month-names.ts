import { foldLetters } from '../words';

const NAMES = [
  'jan january januar jaen janner',
  'feb february februar feber',
  'mar march marz mrz maerz',
  'apr april',
  'may mai',
  'jun june juni',
  'jul july juli',
  'aug august',
  'sep sept september',
  'oct okt october oktober',
  'nov november',
  'dec dez december dezember',
];
const BY_NAME = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map((name) => [foldLetters(name), i + 1] as const)),
);

/** 1 to 12 for an English or German month, whole or shortened, or null. */
export const monthFromName = (word: string): number | null => BY_NAME.get(foldLetters(word.replace(/\.$/, ''))) ?? null;
