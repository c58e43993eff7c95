import { foldLetters } from '../words';
import { monthFromName } from './month-names';

/** Whole and shortened, in the languages of the months' names; then Czech, Finnish, Russian, Chinese, Japanese and Korean. */
const NAMES = [
  'mon monday montag lundi lunes lunedi segunda segunda-feira maandag poniedzialek mandag man mo lun seg ma pon pn',
  'tue tues tuesday dienstag mardi martes martedi terca terca-feira dinsdag wtorek tisdag tirsdag di mar ter wt tis tir',
  'wed weds wednesday mittwoch mercredi miercoles mercoledi quarta quarta-feira woensdag sroda onsdag mi mer mie qua wo sr ons',
  'thu thur thurs thursday donnerstag jeudi jueves giovedi quinta quinta-feira donderdag czwartek torsdag do jeu jue gio qui czw tor tors',
  'fri friday freitag vendredi viernes venerdi sexta sexta-feira vrijdag piatek fredag fr ven vie sex vr pt pi fre',
  'sat saturday samstag sonnabend samedi sabado sabato zaterdag sobota lordag sa sam sab za sob lor',
  'sun sunday sonntag dimanche domingo domenica zondag niedziela sondag so dim dom zo nd niedz son',
  'pondeli utery streda ctvrtek patek nedele maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai',
  'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс',
  '月 火 水 木 金 土 日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日',
  '星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日',
  '월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일',
];
const KNOWN = new Set(NAMES.flatMap((names) => names.split(' ').map(foldLetters)));

const isWeekday = (word: string): boolean => KNOWN.has(foldLetters(word.replace(/\.$/, '')));

/** A date without the day of the week before, behind or in brackets within it. */
export function withoutWeekday(text: string): string {
  const bracketed = text.replace(/ ?\(([\p{L}]+)\.?\)/u, (all, word: string) => (isWeekday(word) ? '' : all));
  const first = /^(\p{L}[\p{L}-]*)(\.?,? ?)/u.exec(bracketed);
  if (first && isWeekday(first[1])) {
    const rest = bracketed.slice(first[0].length);
    // `mar 10 2024` is in March, `mar. 10 janv. 2024` on a Tuesday.
    if (monthFromName(first[1]) === null || namesMonth(rest) || /^\d+[./-]\d+[./-]\d/.test(rest)) return rest;
  }
  const last = /[ ,]+(\p{L}+)\.?$/u.exec(bracketed);
  return last && isWeekday(last[1]) && monthFromName(last[1]) === null ? bracketed.slice(0, last.index) : bracketed;
}

const namesMonth = (text: string): boolean =>
  (text.match(/\p{L}+/gu) ?? []).some((word) => monthFromName(word) !== null);
