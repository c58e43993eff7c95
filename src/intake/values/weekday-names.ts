import { foldLetters } from '../words/words';
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
  'poniedziałek søndag lørdag hetfo kedd szerda csutortok pentek szombat vasarnap luni marti miercuri joi vineri sambata duminica',
  'pazartesi sali salı carsamba persembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu',
  'δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη',
  'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс',
  '月 火 水 木 金 土 日',
  '월 화 수 목 금 토 일',
];
const KNOWN = new Set(NAMES.flatMap((names) => names.split(' ').map(foldLetters)));

const isWeekday = (word: string): boolean => KNOWN.has(foldLetters(word.replace(/\.$/, '')));

/** These stand right behind the day. */
const FAR_EASTERN =
  / ?[(（]?(?:[月火水木金土日]曜日?|[星礼禮]期[一二三四五六日天]|[周週][一二三四五六日]|[월화수목금토일]요일)[)）]?/u;

/** A date without the day of the week before, behind or in brackets within it. */
export function withoutWeekday(text: string): string {
  const bracketed = text
    .replace(FAR_EASTERN, '')
    .replace(/ ?\(([\p{L}]+)\.?\)/u, (all, word: string) => (isWeekday(word) ? '' : all));
  const first = /^(\p{L}[\p{L}-]*)(\.?,? ?(?:den |d\. )?)/u.exec(bracketed);
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
