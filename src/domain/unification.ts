/** Why two records are taken for one customer. */
export type LinkRule = 'email' | 'phone' | 'tax_id' | 'likeness';
/** How a record came to its customer: by itself, by a key that it shares, by a link, or by a person's word. */
export const RECORD_RULES = ['alone', 'same_key', 'email', 'phone', 'tax_id', 'likeness', 'decision'] as const;
export type RecordRule = (typeof RECORD_RULES)[number];

/** A customer as one file has it: the file, and the key (or what stands for it) there. */
export interface RecordName {
  readonly source: string;
  readonly key: string;
}

/** What a person has said of two records. The latest word about a pair counts. */
export interface Decision {
  readonly says: 'merge' | 'apart';
  readonly one: RecordName;
  readonly other: RecordName;
}

/**
 * Whose value counts where the records of one customer differ: the first file's, that of the record acquired last, or that of
 * the record with most fields filled. What it leaves blank the others fill.
 */
export const PREFERENCES = ['source', 'newest', 'complete'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** How the files are brought together. */
export interface UnifyChoices {
  readonly decisions: readonly Decision[];
  readonly preference: Preference;
  /** The file that comes first under `source`; the first that was brought where null. */
  readonly preferred: string | null;
}
export const NO_CHOICES: UnifyChoices = { decisions: [], preference: 'source', preferred: null };

/** From this chance on two records are merged unasked, and from that on a person is asked (see intake/unify/match.ts). */
export const MERGE_FROM = 0.99;
export const REVIEW_FROM = 0.5;

/**
 * What became of the records of all customers files. One entry a record, in the order of sources (by UTF-8 bytes) and of their
 * keys (METRICS rule 12).
 */
export interface Unification {
  readonly sources: readonly string[];
  readonly source: Int32Array;
  readonly keys: readonly string[];
  /** The customer that the record belongs to, by id. */
  readonly customer: readonly string[];
  /** Index into RECORD_RULES. */
  readonly rule: Uint8Array;
  /** Chance that the record belongs to its customer; NaN for a record alone. */
  readonly score: Float64Array;
  /** Records of one unit have one key in one numbering: before the files were brought together they were one customer. */
  readonly unit: Int32Array;
  readonly units: number;
}

/** The pair that a decision is about, whichever is named first. */
export const pairOf = ({ one, other }: Pick<Decision, 'one' | 'other'>): string =>
  [one, other]
    .map(({ source, key }) => `${source}\u001f${key}`)
    .sort()
    .join('\u001e');

/** The log with one more word; an earlier one about the same pair gives way. */
export const decide = (log: readonly Decision[], decision: Decision): readonly Decision[] => [
  ...undo(log, decision),
  decision,
];

/** The log without what was said of a pair. */
export const undo = (log: readonly Decision[], pair: Pick<Decision, 'one' | 'other'>): readonly Decision[] =>
  log.filter((entry) => pairOf(entry) !== pairOf(pair));

/** A field of two records as it was compared. */
export interface ComparedField {
  /** `given`, `surname`, `birth`, `email`, `phone`, `tax_id`, `street`, `place`, `company`. */
  readonly field: string;
  /** In one spelling, as it was compared; '' where the record says nothing. */
  readonly one: string;
  readonly other: string;
  /** `same`, `close`, `near`, `other`; null where a side says nothing. */
  readonly level: string | null;
  /** What it says for one customer (above 0) or for two, in bits: log2 of how much likelier. */
  readonly weight: number;
}
export interface ReviewSide extends RecordName {
  /** As the file has it; '' without one. */
  readonly name: string;
  /** The customer that the record belongs to now. */
  readonly customer: string;
}
/** Two records side by side, and why they are, or may be, one customer. */
export interface ReviewPair {
  readonly one: ReviewSide;
  readonly other: ReviewSide;
  readonly fields: readonly ComparedField[];
  /** Bits that speak against any two records being one: most are not. */
  readonly prior: number;
  readonly score: number;
  /** The identifier that decided, if one did. */
  readonly rule: LinkRule;
  /** What a person has said. */
  readonly says: Decision['says'] | null;
}
/** Pairs to be asked about, pairs merged unasked (the least sure first), and pairs that a person has decided. */
export const REVIEW_LISTS = ['asked', 'merged', 'decided'] as const;
export type ReviewList = (typeof REVIEW_LISTS)[number];
export interface ReviewRequest {
  readonly list: ReviewList;
  readonly offset: number;
  readonly limit: number;
}
export interface ReviewPage {
  readonly counts: Readonly<Record<ReviewList, number>>;
  readonly pairs: readonly ReviewPair[];
}

/** A customer's record in one file, and what it says. */
export interface StoryRecord extends RecordName {
  readonly rule: RecordRule;
  /** Null for a record alone. */
  readonly score: number | null;
  readonly values: readonly StoryValue[];
}
export interface StoryValue {
  /** A field of the customers files, or the header of a column that no field claims. */
  readonly field: string;
  readonly value: string;
  /** Whether it is the one that counts for the customer: another record says something else, and counts. */
  readonly counts: boolean;
}

/** What came of bringing the files together, for the Data page. */
export interface UnificationReport {
  readonly sources: readonly string[];
  readonly records: number;
  readonly customers: number;
  readonly counts: Readonly<Record<ReviewList, number>>;
  readonly choices: UnifyChoices;
}
