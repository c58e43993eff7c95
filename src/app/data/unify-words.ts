import type { Formatter } from '../../domain/format';
import {
  MERGE_FROM,
  type ComparedField,
  type LinkRule,
  type Preference,
  type RecordRule,
  type ReviewList,
  type ReviewPair,
  type StoryRecord,
} from '../../domain/unification';

export const LIST_WORDS: Readonly<Record<ReviewList, string>> = {
  asked: 'to be answered',
  merged: 'merged unasked',
  decided: 'decided by you',
};

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  given: 'Given name',
  surname: 'Surname',
  birth: 'Birth date',
  email: 'E-mail',
  phone: 'Telephone',
  tax_id: 'Tax number',
  street: 'Street',
  place: 'Postcode and town',
  company: 'Company',
};

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  same: 'the same',
  close: 'close',
  near: 'near',
  other: 'another',
};
export const levelWords = ({ level }: ComparedField): string =>
  level === null ? 'one side blank' : LEVEL_WORDS[level];

const RULE_WORDS: Readonly<Record<LinkRule, string>> = {
  email: 'they have one e-mail address',
  phone: 'they have one telephone',
  tax_id: 'they have one tax number',
  likeness: 'they are alike in several fields',
};
/** How a record was matched to its customer, for the customer's story. */
export const RECORD_RULE_WORDS: Readonly<Record<RecordRule, string>> = {
  alone: 'by itself',
  same_key: 'by its key',
  email: 'by its e-mail address',
  phone: 'by its telephone',
  tax_id: 'by its tax number',
  likeness: 'by likeness',
  decision: 'by your decision',
};

const isOther = (pair: ReviewPair, field: string) =>
  pair.fields.some((compared) => compared.field === field && compared.level === 'other');

/** Why a pair is asked about or was merged, or what a person decided. */
export function pairReason(pair: ReviewPair, list: ReviewList, format: Formatter): string {
  if (list === 'decided') return pair.says === 'merge' ? 'You merged them.' : 'You keep them apart.';
  if (list === 'merged') return `Merged: ${RULE_WORDS[pair.rule]}.`;
  if (pair.score < MERGE_FROM) return `The chance that they are one is ${format.share(pair.score, 0)}.`;
  if (isOther(pair, 'birth')) return 'The birth dates differ: parent and child of one name?';
  if (isOther(pair, 'given')) return 'The given names differ: brothers and sisters, or one person under two names?';
  return 'Much agrees, but nothing that only one person has.';
}

/** `+7.4`, `−3.1`: bits. */
export const bits = (weight: number, format: Formatter): string =>
  format.signed(weight, (size) => format.number(size, 1));

export const PREFERENCE_WORDS: Readonly<Record<Exclude<Preference, 'source'>, string>> = {
  newest: 'the record acquired last',
  complete: 'the record with most filled in',
};

/** `customers-branch.csv, key B20001, by its e-mail address` */
export const recordWords = ({ source, key, rule, score }: StoryRecord, format: Formatter): string =>
  `${source}, key ${key}, ${RECORD_RULE_WORDS[rule]}${rule === 'likeness' && score !== null ? ` (${format.share(score)})` : ''}`;
