/** The evidence by which two records are one customer. */
export type LinkRule = 'email' | 'phone' | 'tax_id' | 'likeness';
/** How a record was matched to its customer: alone, by a shared key, by a link, or by a person's decision. */
export const RECORD_RULES = ['alone', 'same_key', 'email', 'phone', 'tax_id', 'likeness', 'decision'] as const;
export type RecordRule = (typeof RECORD_RULES)[number];

/** A customer in one file: the file, and the customer's key there (or a substitute for it). */
export interface RecordName {
  readonly source: string;
  readonly key: string;
}

/** A person's decision on two records. The latest decision on a pair counts. */
export interface Decision {
  readonly says: 'merge' | 'apart';
  readonly one: RecordName;
  readonly other: RecordName;
}

/**
 * Whose value counts where the records of one customer differ: the first file's, that of the record acquired last, or that of
 * the record with most fields filled. Its blank fields are filled from the others.
 */
export const PREFERENCES = ['source', 'newest', 'complete'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** How the files are unified. */
export interface UnifyChoices {
  readonly decisions: readonly Decision[];
  readonly preference: Preference;
  /** The file that comes first under `source`; the first that was brought where null. */
  readonly preferred: string | null;
}
export const NO_CHOICES: UnifyChoices = { decisions: [], preference: 'source', preferred: null };

/** Probabilities from which two records are merged without asking, and from which a person is asked (see intake/unify/match.ts). */
export const MERGE_FROM = 0.99;
export const REVIEW_FROM = 0.5;

/**
 * How the records of all customers files were matched. One entry a record, in the order of sources (by UTF-8 bytes) and of their
 * keys (METRICS rule 12).
 */
export interface Unification {
  readonly sources: readonly string[];
  readonly source: Int32Array;
  readonly keys: readonly string[];
  /** The id of the record's customer. */
  readonly customer: readonly string[];
  /** Index into RECORD_RULES. */
  readonly rule: Uint8Array;
  /** Probability that the record belongs to its customer; NaN for a record alone. */
  readonly score: Float64Array;
  /** Records of one unit have the same key in the same numbering: they were one customer before unifying. */
  readonly unit: Int32Array;
  readonly units: number;
}

/** The key of a pair, the same in either order. */
export const pairOf = ({ one, other }: Pick<Decision, 'one' | 'other'>): string =>
  [one, other]
    .map(({ source, key }) => `${source}\u001f${key}`)
    .sort()
    .join('\u001e');

/** The decisions with one more, which replaces an earlier one on the same pair. */
export const decide = (log: readonly Decision[], decision: Decision): readonly Decision[] => [
  ...undo(log, decision),
  decision,
];

/** The decisions without the one on a pair. */
export const undo = (log: readonly Decision[], pair: Pick<Decision, 'one' | 'other'>): readonly Decision[] =>
  log.filter((entry) => pairOf(entry) !== pairOf(pair));

/** A field of two records and how it compares. */
export interface ComparedField {
  /** `given`, `surname`, `birth`, `email`, `phone`, `tax_id`, `street`, `place`, `company`. */
  readonly field: string;
  /** The normalised values; '' where the record has none. */
  readonly one: string;
  readonly other: string;
  /** `same`, `close`, `near`, `other`; null where a record has no value. */
  readonly level: string | null;
  /** The evidence for one customer (above 0) or for two (below 0), in bits: log2 of the likelihood ratio. */
  readonly weight: number;
}
export interface ReviewSide extends RecordName {
  /** As in the file; '' without one. */
  readonly name: string;
  /** The present customer of the record. */
  readonly customer: string;
}
/** Two records side by side, and why they are, or may be, one customer. */
export interface ReviewPair {
  readonly one: ReviewSide;
  readonly other: ReviewSide;
  readonly fields: readonly ComparedField[];
  /** The prior in bits, below 0 because most pairs of records are two customers. */
  readonly prior: number;
  readonly score: number;
  /** The identifier that decided, if one did. */
  readonly rule: LinkRule;
  /** The decision of a person. */
  readonly says: Decision['says'] | null;
}
/** Pairs to ask about, pairs that were merged without asking (the least sure first), and pairs that a person has decided. */
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

/** A customer's record in one file with its values. */
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
  /** Whether this value is the customer's; else the differing value of another record is. */
  readonly counts: boolean;
}

/** The result of unifying the files, for the Data page. */
export interface UnificationReport {
  readonly sources: readonly string[];
  readonly records: number;
  readonly customers: number;
  readonly counts: Readonly<Record<ReviewList, number>>;
  readonly choices: UnifyChoices;
}
