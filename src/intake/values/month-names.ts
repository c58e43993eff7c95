import { foldLetters } from '../words/words';

/**
 * English and German; then French, Spanish, Italian, Portuguese, Dutch, Polish (as in a date, and alone), Swedish, Danish,
 * Norwegian; Czech, Finnish, Hungarian, Romanian, Turkish, Indonesian; Russian, Greek, Arabic.
 */
const NAMES = [
  'jan january januar jaen janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen sty ledna leden tammikuuta tammikuu tammi ianuarie ian ocak oca января январь янв ιανουαριου ιανουαριος ιαν يناير كانون الثاني',
  'feb february februar feber fevrier fevr fev febrero febbraio fevereiro februari lutego luty lut unora unor helmikuuta helmikuu helmi februarie subat sub февраля февраль фев φεβρουαριου φεβρουαριος φεβ فبراير شباط',
  'mar march marz mrz maerz mars marzo marco maart mrt marca marts marzec brezna brezen maaliskuuta maaliskuu maalis marcius martie mart maret марта март мар μαρτιου μαρτιος μαρ مارس آذار',
  'apr april avril avr abril abr aprile kwietnia kwiecien kwi dubna duben huhtikuuta huhtikuu huhti aprilis aprilie nisan nis апреля апрель апр απριλιου απριλιος απρ أبريل نيسان',
  'may mai mayo maggio mag maio mei maja maj kvetna kveten toukokuuta toukokuu touko majus mayis mayıs мая май μαιου μαιος μαι مايو أيار',
  'jun june juni juin junio giugno giu junho czerwca czerwiec cze cervna cerven kesakuuta kesakuu kesa junius iunie haziran haz июня июнь июн ιουνιου ιουνιος ιουν يونيو حزيران',
  'jul july juli juillet juil julio luglio lug julho lipca lipiec lip cervence cervenec heinakuuta heinakuu heina julius iulie temmuz tem июля июль июл ιουλιου ιουλιος ιουλ يوليو تموز',
  'aug august aout agosto ago augustus sierpnia sierpien sie augusti srpna srpen elokuuta elokuu elo augusztus agustos agu agustus августа август авг αυγουστου αυγουστος αυγ أغسطس آب',
  'sep sept september septembre septiembre settembre set setembro wrzesnia wrzesien wrz zari syyskuuta syyskuu syys szeptember septembrie eylul eyl сентября сентябрь сен сент σεπτεμβριου σεπτεμβριος σεπ سبتمبر أيلول',
  'oct okt october oktober octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijna rijen lokakuuta lokakuu loka oktober octombrie ekim eki октября октябрь окт οκτωβριου οκτωβριος οκτ أكتوبر',
  'nov november novembre noviembre novembro listopada listopad lis listopadu marraskuuta marraskuu marras noiembrie kasim kasım kas ноября ноябрь ноя нояб νοεμβριου νοεμβριος νοε نوفمبر',
  'dec dez december dezember decembre diciembre dic dicembre dezembro grudnia grudzien gru desember des prosince prosinec joulukuuta joulukuu joulu decembrie aralik aralık ara декабря декабрь дек δεκεμβριου δεκεμβριος δεκ ديسمبر',
];
/** Thai months differ by vowels that folding would take away. */
const THAI =
  'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค';

const BY_NAME = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map((name) => [foldLetters(name), i + 1] as const)),
);
const IN_THAI = new Map(THAI.split(' ').map((name, i) => [name, (i % 12) + 1] as const));

/** 1 to 12 for a month's name in one of these languages, whole or shortened, or null. */
export function monthFromName(word: string): number | null {
  const name = word.replace(/\.$/, '');
  return IN_THAI.get(name) ?? BY_NAME.get(foldLetters(name)) ?? null;
}
