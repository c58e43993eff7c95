import { foldLetters } from '../words';

/** English and German; then French, Spanish, Italian, Portuguese, Dutch, Polish (as in a date), Swedish, Danish, Norwegian. */
const NAMES = [
  'jan january januar jaen janner janvier janv enero ene gennaio gen janeiro januari stycznia sty',
  'feb february februar feber fevrier fevr fev febrero febbraio fevereiro februari lutego lut',
  'mar march marz mrz maerz mars marzo marco maart mrt marca marts',
  'apr april avril avr abril abr aprile kwietnia kwi',
  'may mai mayo maggio mag maio mei maja maj',
  'jun june juni juin junio giugno giu junho czerwca cze',
  'jul july juli juillet juil julio luglio lug julho lipca lip',
  'aug august aout agosto ago augustus sierpnia sie augusti',
  'sep sept september septembre septiembre settembre set setembro wrzesnia wrz',
  'oct okt october oktober octobre octubre ottobre ott outubro out pazdziernika paz',
  'nov november novembre noviembre novembro listopada lis',
  'dec dez december dezember decembre diciembre dic dicembre dezembro grudnia gru desember des',
];
const BY_NAME = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map((name) => [foldLetters(name), i + 1] as const)),
);

/** 1 to 12 for a month's name in one of these languages, whole or shortened, or null. */
export const monthFromName = (word: string): number | null => BY_NAME.get(foldLetters(word.replace(/\.$/, ''))) ?? null;
