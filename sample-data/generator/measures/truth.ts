import { isoDate } from '../foundations/calendar';
import { inUnits } from '../foundations/money';
import type { summarise } from './ledger';

export interface PlantedTruth {
  id: string;
  stage: 'selection' | 'acquisition' | 'retention' | 'growth' | 'feedback' | 'accountability' | 'data';
  sentence: string;
  /** The metric and the columns that recover it. */
  metric: string;
  /** How: which rows, which filter, which ratio. */
  recover: string;
  /** The parameter of the generating process, where there is one. */
  planted?: number;
  /** The same figure counted on the generated records by the rules of METRICS.md. */
  counted: number;
  /** What a test may ask for: low <= recovered <= high. */
  low: number;
  high: number;
  /** Counts behind the figure. */
  details?: Record<string, number | string>;
}

export interface CompanyTruth {
  company: string;
  name: string;
  currency: string;
  /** The last day on which anything is recorded to have happened. */
  observed_until: string;
  /** Exact: no tolerance. */
  exact: Record<string, unknown>;
  truths: PlantedTruth[];
}

/** A truth that the files do not carry must never be committed. */
export function refuseUnrecoverable(truth: CompanyTruth): void {
  const missed = truth.truths.filter(({ counted, low, high }) => !(counted >= low && counted <= high));
  if (missed.length === 0) return;
  throw new Error(
    missed
      .map(({ id, counted, low, high }) => `${truth.company}/${id}: ${counted} is not within ${low} to ${high}`)
      .join('\n'),
  );
}

/** Six digits are enough for a reader, and far more than any bound needs. */
export function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

export function exactSummary(summary: ReturnType<typeof summarise>, customers: number): Record<string, unknown> {
  return {
    customers,
    customers_with_purchases: summary.customersWithPurchases,
    customers_with_lines: summary.customersWithLines,
    purchases: summary.purchases,
    transaction_lines: summary.transactionLines,
    return_lines: summary.returnLines,
    gross: inUnits(summary.gross),
    returned: inUnits(summary.returned),
    net: inUnits(summary.net),
    profit_of_all_lines: inUnits(summary.profitOfAllLines),
    profit_of_known_customers: inUnits(summary.profitOfKnownCustomers),
    transactions_from: isoDate(summary.firstDay),
    transactions_until: isoDate(summary.lastDay),
    unknown_customer: { lines: summary.unknownLines, net: inUnits(summary.unknownNet) },
  };
}
