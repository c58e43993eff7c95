import { normaliseWord } from '../words/words';

const wordSet = (words: string) => new Set(words.split('|').map(normaliseWord));

const YES = wordSet(
  'yes|y|true|t|1|1.0|on|ja|j|wahr|x|✓|✔|cancelled|canceled|cancel|cancellation|storniert|storno|returned|return|refunded|refund|retoure|retourniert|' +
    'void|voided|churned|churn|left|terminated|gekündigt|gekuendigt|beendet|ended|expired|lost|oui|si|sí',
);
const NO = wordSet(
  'no|n|false|f|0|0.0|off|nein|falsch|none|-|active|aktiv|current|stayed|retained|laufend|ongoing|completed|complete|shipped|delivered|paid|' +
    'fulfilled|closed|abgeschlossen|geliefert|bezahlt|versendet|won|joined|non',
);
const CANCELLED = wordSet(
  'cancelled|canceled|cancel|cancellation|storniert|storno|returned|refunded|retoure|retourniert|void|voided|lost|closed lost',
);

/** With `yes` given, that text means yes and any other no; without it, the words of English and German. Null where unknown. */
export function readFlag(text: string, yes?: string): boolean | null {
  if (text === '') return null;
  const word = normaliseWord(text);
  if (yes !== undefined) return text === yes || word === normaliseWord(yes);
  if (YES.has(word)) return true;
  return NO.has(word) || text === '-' ? false : null;
}

/** Words that say a line was called off, whatever the column is called. */
export const saysCancelled = (text: string): boolean => CANCELLED.has(normaliseWord(text));
