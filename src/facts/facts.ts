import type { AnswerScale } from '../domain/answer-bands';
import type { Day } from '../domain/calendar';
import type { TextColumn } from '../domain/columns';
import type { FunnelStage } from '../domain/lifecycle';
import type { WorkspaceRules } from '../domain/rhythm';
import type { Target } from '../domain/targets';

/**
 * Sorted typed arrays over which kernels run while a brush moves. Compressed sparse rows: customers -> orders -> lines.
 * Customers stand in the order of METRICS rule 12; orders of a customer by date; the orders of unknown customers come last.
 */
export interface Facts {
  readonly customers: CustomerFacts;
  readonly orders: OrderFacts;
  readonly lines: LineFacts;
  /** Null without a file of contracts, of spend, of surveys. */
  readonly contracts: ContractFacts | null;
  readonly spend: SpendFacts | null;
  readonly surveys: SurveyFacts | null;
  /** Dated contacts by a channel; null without a file of them. */
  readonly touches: TouchFacts | null;
  /** Channels of contacts and of spend, by their codes: 0 is `unknown`. */
  readonly touchChannels: readonly string[];
  /** Every answer to a survey; null without a file of surveys. */
  readonly answers: AnswerFacts | null;
  /** What somebody answers for. */
  readonly targets: readonly Target[];
  /** Null where one customers file, or none, was brought and nobody is in it twice. */
  readonly unified: UnifiedRecords | null;
  /** What customers spend elsewhere; null where no file says so. */
  readonly wallet: WalletFacts | null;
  /** First and last day on which anything is recorded to have happened; null without any date. */
  readonly observed: Observed | null;
  readonly currency: string | null;
  /** How periods and leaving are told, whatever is looked at. */
  readonly rules: WorkspaceRules;
  /** `transactions.customer`, `customers.aware_on`, ... : what the files brought. */
  readonly available: ReadonlySet<string>;
}

export interface Observed {
  readonly from: Day;
  readonly until: Day;
}

/** One entry a customer. */
export interface CustomerFacts {
  readonly count: number;
  readonly ids: readonly string[];
  /** The customer's name where a file has one, else null. */
  readonly names: TextColumn | null;
  /** `name`, or the header of the column that holds the names. */
  readonly nameField: string | null;
  readonly emails: TextColumn | null;
  /** `orderStart[c] .. orderStart[c + 1]` are the orders of customer c. Length count + 1. */
  readonly orderStart: Int32Array;
  /** Day of the first purchase in the whole file, NO_DAY without one. */
  readonly firstDay: Int32Array;
  /** 1 where the customer has a transaction line. */
  readonly hasLines: Uint8Array;
  /** Whole-file totals, money. `profit` is null without cost or margin. */
  readonly net: Float64Array;
  readonly profit: Float64Array | null;
  /** 1 (best) to 5 by profit, or by net without cost, over customers with a line; 0 for the others. */
  readonly quintile: Uint8Array;
  readonly attributes: readonly CustomerAttribute[];
  /** First day of each stated stage (aware to evaluates), NO_DAY where there is none; null where no file speaks of the stage. */
  readonly stageDay: Readonly<Partial<Record<FunnelStage, Int32Array>>>;
  /** Stages held without a date, by a stage column: index into FUNNEL_STAGES, -1 for none; null without such a column. */
  readonly stageNow: Int8Array | null;
  /** Every dated entry into a stage, for the reading in order: sorted by customer, then day. */
  readonly stageEntries: StageEntries | null;
}

/** The records of all customers files, where these were brought together. One entry a record, by source, then key. */
export interface UnifiedRecords {
  readonly sources: readonly string[];
  readonly source: Int32Array;
  readonly keys: readonly string[];
  /** Index of the customer. */
  readonly customer: Int32Array;
  /** Index into RECORD_RULES. */
  readonly rule: Uint8Array;
  /** Chance that the record belongs to its customer, in millionths; -1 for a record alone. */
  readonly score: Int32Array;
  /** Money of the whole file under the record's own key: what its file alone would see of it. */
  readonly net: Float64Array;
  /** The fifth in which the record stood while each key was a customer of its own: as `CustomerFacts.quintile`. */
  readonly fifth: Uint8Array;
}

export interface StageEntries {
  /** Length customers + 1. */
  readonly start: Int32Array;
  /** Index into FUNNEL_STAGES. */
  readonly stage: Uint8Array;
  readonly day: Int32Array;
}

export interface CustomerAttribute {
  readonly name: string;
  readonly column: TextColumn;
}

/** One entry an order, sorted by customer, then date. */
export interface OrderFacts {
  readonly count: number;
  /** Orders of known customers are `0 .. known`. */
  readonly known: number;
  /** Index of the customer, -1 where unknown. */
  readonly customer: Int32Array;
  /** The user's order id; code -1 where the file has none. */
  readonly id: TextColumn | null;
  /** Day of the first sale line (of the first line, where there is none); NO_DAY without dates. */
  readonly day: Int32Array;
  readonly week: Int32Array;
  readonly month: Int32Array;
  /** 1 where METRICS rule 4 makes the order a purchase, and it has a day where the file tells days. */
  readonly isPurchase: Uint8Array;
  /** `lineStart[o] .. lineStart[o + 1]` are the lines of order o. Length count + 1. */
  readonly lineStart: Int32Array;
}

/** One entry a line, sorted by order. Columns are made when first asked for: take them out of this before a loop. */
export interface LineFacts {
  readonly count: number;
  readonly day: Int32Array;
  /** As recorded: negative on returns, the cancelled amount on void lines. */
  readonly amount: Float64Array;
  /** What the line leaves: 0 on void lines. */
  readonly net: Float64Array;
  /** 0 on void lines; null without cost or margin. */
  readonly profit: Float64Array | null;
  /** Ten-thousandths; null where not mapped. */
  readonly quantity: Float64Array | null;
  /** SALE, RETURN or VOID. */
  readonly kind: Uint8Array;
  readonly category: TextColumn | null;
  readonly product: TextColumn | null;
  readonly channel: TextColumn | null;
  readonly department: TextColumn | null;
  readonly attributes: readonly CustomerAttribute[];
  /** Where the line stands: index of the file, and its line there. */
  readonly file: Int32Array;
  readonly sourceLine: Int32Array;
}

/** One entry a contract, sorted by customer, then start. */
export interface ContractFacts {
  readonly count: number;
  readonly customer: Int32Array;
  /** NO_DAY where the file has none. */
  readonly start: Int32Array;
  readonly endOfTerm: Int32Array;
  readonly endedOn: Int32Array;
  /** Ten-thousandths of `tenureUnit`; NO_DAY where there is none. */
  readonly tenure: Int32Array;
  /** 1 yes, 0 no, -1 where the file does not say. */
  readonly churned: Int8Array;
  readonly strategy: TextColumn | null;
  /** Null where no tenure is mapped. */
  readonly tenureUnit: 'days' | 'weeks' | 'months' | 'years' | null;
}

/** One entry a row of marketing spend. */
export interface SpendFacts {
  readonly day: Int32Array;
  readonly amount: Float64Array;
  /** Index into `touchChannels`. */
  readonly channel: Int32Array;
}

/** One entry a contact, by customer, day and channel. */
export interface TouchFacts {
  readonly count: number;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** Index into `touchChannels`. */
  readonly channel: Int32Array;
}

/** The latest answer of each customer who answered, by customer. */
export interface SurveyFacts {
  readonly customer: Int32Array;
  /** The day of the answer; NO_DAY where the file has none. */
  readonly day: Int32Array;
  /** As given, on the scale. */
  readonly score: Float64Array;
  /** The largest score of the scale. */
  readonly scale: AnswerScale;
}

/**
 * One entry an answer, by customer. Answers without a score, of nobody where the file names customers, or without a weight above 0
 * where the file has weights, are left out.
 */
export interface AnswerFacts {
  readonly count: number;
  /** Index of the customer; -1 throughout where the file names none. */
  readonly customer: Int32Array;
  /** NO_DAY where the file has none. */
  readonly day: Int32Array;
  /** As given, on the scale. */
  readonly score: Float64Array;
  /** Index into `weights`. */
  readonly weight: Int32Array;
  /** The distinct weights, ascending; 1 alone where the file has none. */
  readonly weights: readonly number[];
  readonly scale: AnswerScale;
  /** Columns of the survey that no field claims. */
  readonly attributes: readonly CustomerAttribute[];
}

/** What customers say of their spend with everyone: one row a customer, kind of statement (facts/wallet.ts) and category. */
export interface WalletFacts {
  readonly kind: Uint8Array;
  readonly customer: Int32Array;
  /** Code of the lines' category; ALL_CATEGORIES, or NOT_SOLD and below for those that no line has. */
  readonly category: Int32Array;
  readonly amount: Float64Array;
  /** Of a rank: NaN elsewhere. */
  readonly suppliers: Float64Array;
}
