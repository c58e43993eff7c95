import { isoDate } from '../foundations/calendar';
import { summarise } from '../measures/ledger';
import { exactSummary, sixDigits, type CompanyTruth, type PlantedTruth } from '../measures/truth';
import { countGroups, normalisedEmail, normalisedPhone } from '../measures/unification';
import { sourceOf } from './files';
import * as plan from './plan';
import { plantedPairs } from './planted-pairs';
import type { Posting } from './posting';
import type { CustomerRecord } from './record';
import { byPerson, walletShares } from './wallet';

export function bankTruth(
  records: readonly CustomerRecord[],
  postings: readonly Posting[],
  wallets: Map<string, number>,
): CompanyTruth {
  const unified = byPerson(postings);
  const personOf = new Map(records.map((record) => [record.key, record.person.id]));
  const walletsByPerson = new Map([...wallets].map(([key, pounds]) => [personOf.get(key) ?? key, pounds]));
  return {
    company: 'bank',
    name: 'Harbour Bank',
    currency: 'GBP',
    observed_until: isoDate(plan.OBSERVED_UNTIL),
    exact: {
      rows: { 'product-income.csv': postings.length, ...rowsBySource(records), 'true-persons.csv': records.length },
      before_unification: exactSummary(summarise(postings), records.length),
      after_unification: exactSummary(summarise(unified), new Set(personOf.values()).size),
      fragmentation: fragmentation(records),
      wallets_stated: wallets.size,
    },
    truths: [
      ...duplicates(records),
      ...plantedPairs(postings, unified),
      ...walletTruths(walletShares(postings, wallets), walletShares(unified, walletsByPerson)),
    ],
  };
}

function rowsBySource(records: readonly CustomerRecord[]): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const record of records) rows[sourceOf(record.department)] = (rows[sourceOf(record.department)] ?? 0) + 1;
  return rows;
}

function fragmentation(records: readonly CustomerRecord[]): Record<string, unknown>[] {
  return Object.keys(rowsBySource(records)).map((source) => {
    const own = new Set(
      records.filter((record) => sourceOf(record.department) === source).map((record) => record.person.id),
    );
    const elsewhere = new Set(
      records.filter((record) => sourceOf(record.department) !== source).map((record) => record.person.id),
    );
    return {
      source,
      persons: own.size,
      shared_with_other_sources: [...own].filter((person) => elsewhere.has(person)).length,
    };
  });
}

function duplicates(records: readonly CustomerRecord[]): PlantedTruth[] {
  const persons = new Set(records.map((record) => record.person.id)).size;
  const byEmail = countGroups(records.map((record) => ({ values: [normalisedEmail(record.email)] })));
  const byContact = countGroups(
    records.map((record) => ({ values: [normalisedEmail(record.email), normalisedPhone(record.phone)] })),
  );
  return [
    {
      id: 'true_persons',
      stage: 'data',
      sentence: `The four departments keep ${records.length} records, but there are only ${persons} people; ${plan.COUPLES} pairs share an e-mail address and ${plan.NAMESAKES} fathers and sons share name and address.`,
      metric: 'unified_customers.customer',
      recover:
        'distinct customers after unification; true-persons.csv tells which record is whom, and high is what exact e-mail and phone alone leave',
      counted: persons,
      low: Math.floor(persons * 0.985),
      high: Math.ceil(byContact * 1.01),
      details: {
        records: records.length,
        by_email_alone: byEmail,
        by_email_or_phone: byContact,
        couples_sharing_email: plan.COUPLES,
        namesakes: plan.NAMESAKES,
      },
    },
  ];
}

type Shares = ReturnType<typeof walletShares>;

function walletTruths(before: Shares, after: Shares): PlantedTruth[] {
  const errors = after.reduce((sum, row) => sum + row.errors, 0);
  const truth = (id: string, quintile: number, sentence: string, low: number, high: number): PlantedTruth => ({
    id,
    stage: 'growth',
    sentence,
    metric: 'share_of_customer.share',
    recover: `grade = stated, quintile = ${quintile} (after unification; before it a little lower, since the departments’ own sales are missing)`,
    planted: (plan.WALLET_SHARES[quintile - 1] ?? 0) / 100,
    counted: sixDigits(after[quintile - 1]?.share ?? 0),
    low,
    high,
    details: {
      share_before_unification: sixDigits(before[quintile - 1]?.share ?? 0),
      measured: after[quintile - 1]?.measured ?? 0,
      own_above_wallet_in_all_quintiles: errors,
    },
  });
  return [
    truth(
      'wallet_of_the_best',
      1,
      'The most profitable fifth gives us not nearly all its business, but less than half.',
      0.33,
      0.5,
    ),
    truth('wallet_of_the_last', 5, 'The last fifth gives us a tenth of its business.', 0.06, 0.14),
  ];
}
