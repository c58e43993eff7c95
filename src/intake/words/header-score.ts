import type { Role } from '../../domain/roles';
import { SYNONYMS } from './synonyms';
import { isExcluded } from './exclusions';
import { OTHER_LANGUAGES } from './other-languages';
import { foldLetters, normaliseWord, wordsOf } from './words';

const TIER_WEIGHTS = [1, 0.75, 0.5];
const PART = 0.7;
const COMPOUND_END = 0.55;

/** Words too general to mean anything as a part of a header: `first_name` is no product's name. */
const GENERAL = wordSet(
  'name|text|type|typ|art|id|group|gruppe|class|klasse|value|wert|end|ende|start|rate|number|status|place|area|land|source|level|rank|share|net|time|am|event|' +
    'months|monate|duration|title|titel|count|position|plan|note|event|since|seit|total|summe|sum|paid|art|via|item|day|tag|state|step|' +
    'data|nom|nombre|nome|naam|fin|nota|voto|ca|port|cap|opis|dia|mes|mese|valor|suma|baja|motivo|motif|tel|cp|pu|cant|ref|service|profit|record|deal|account|contact',
);
/** Words that may follow a name without changing what it names: `Betrag (EUR)`, `Score 0-10`. */
const QUALIFIERS = wordSet(
  'eur|euro|usd|gbp|chf|jpy|cny|pln|円|元|in|of|amount|betrag|money|cents|cent|netto|brutto|net|gross|pct|percent|prozent|utc|cet|total|flag|yn|id|no|nr|number|nummer|code|key|excl|incl|vat|mwst|tax|ust|gmt|exkl|inkl|per|pro|year|jahr|days|weeks|months|years|tage|wochen|monate|jahre',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split('|').map(foldLetters));
}

interface Entry {
  readonly compact: string;
  readonly weight: number;
  readonly isOneWord: boolean;
  /** Of a script whose words stand without blanks between them. */
  readonly isCharacters: boolean;
}
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const entries = new Map<string, readonly Entry[]>();

function entriesOf(role: Role, field: string): readonly Entry[] {
  const key = `${role}.${field}`;
  const known = entries.get(key);
  if (known) return known;
  const tiers = [...(SYNONYMS[role][field] ?? []).entries(), ...(OTHER_LANGUAGES[role]?.[field] ?? []).entries()];
  const made = tiers.flatMap(([i, tier]) =>
    (tier ?? '')
      .split('|')
      .filter(Boolean)
      .map((word) => ({
        compact: normaliseWord(word),
        weight: TIER_WEIGHTS[i],
        isOneWord: !word.includes(' '),
        isCharacters: CHARACTERS.test(word),
      })),
  );
  entries.set(key, made);
  return made;
}

interface Spelled {
  readonly compact: string;
  readonly words: readonly string[];
}
const spellings = new Map<string, Spelled>();
/** As many columns as the widest table has, twice. */
const MOST_SPELLINGS = 40_000;

/** Each header is asked about a hundred times, once for every field of every role. */
function spelled(header: string): Spelled {
  const known = spellings.get(header);
  if (known) return known;
  if (spellings.size >= MOST_SPELLINGS) spellings.clear();
  const made = { compact: normaliseWord(header), words: wordsOf(header) };
  spellings.set(header, made);
  return made;
}

/**
 * How well a header names a field, 0 to 1. The whole header counts fully; a synonym within it, or at the end of a compound
 * (`Rechnungsdatum`), counts in part.
 */
export function headerScore(header: string, role: Role, field: string): number {
  const { compact, words } = spelled(header);
  const excluded = role === 'transactions' && isExcluded(field, words);
  let best = 0;
  for (const entry of entriesOf(role, field)) {
    if (entry.weight <= best) continue;
    best = Math.max(
      best,
      entry.weight * (compact === entry.compact ? 1 : excluded ? 0 : partOf(compact, words, entry)),
    );
  }
  return best;
}

function partOf(
  compact: string,
  words: readonly string[],
  { compact: synonym, isOneWord, isCharacters }: Entry,
): number {
  if (synonym.length < (isCharacters ? 2 : 3) || GENERAL.has(synonym)) return 0;
  for (let from = 0; from < words.length; from++) {
    let joined = '';
    for (let to = from; to < words.length && joined.length < synonym.length; to++) {
      joined += words[to];
      // `Order Priority` is no order, but `Web Order` is.
      if (
        joined === synonym &&
        (!isOneWord || words.slice(to + 1).every((word) => QUALIFIERS.has(word) || /^\d+$/.test(word)))
      )
        return PART;
    }
  }
  if (isCharacters) return words.some((word) => word.endsWith(synonym)) ? COMPOUND_END : 0;
  return synonym.length >= 5 && compact.endsWith(synonym) ? COMPOUND_END : 0;
}
