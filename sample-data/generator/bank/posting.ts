import { addMonths } from '../foundations/calendar';
import { roundedShare } from '../foundations/money';
import { compareTexts } from '../foundations/ordering';
import { RandomStream } from '../foundations/random';
import type { LedgerLine } from '../measures/ledger';
import { departmentOf, type Holding } from './holding';
import type { CustomerRecord } from './record';
import * as plan from './plan';

export interface Posting extends LedgerLine {
  department: plan.Department;
  kind: 'Opening' | 'Yearly' | 'Refund';
  person: string;
}

/** Income from each holding: on opening and on every anniversary, for the year ahead, until the person leaves. */
export function writePostings(
  holdings: readonly Holding[],
  records: readonly CustomerRecord[],
  leavers: Map<string, number>,
): Posting[] {
  const random = new RandomStream('bank/postings');
  const keys = new Map<string, string[]>();
  for (const record of records) {
    const slot = `${record.department}/${record.person.id}`;
    keys.set(slot, [...(keys.get(slot) ?? []), record.key]);
  }
  const postings = holdings.flatMap((holding) => {
    const known = keys.get(`${departmentOf(holding)}/${holding.person.id}`) ?? [];
    // A person entered twice has some products under one number and some under the other.
    return postingsOf(random, holding, random.pick(known), leavers.get(holding.person.id) ?? Infinity);
  });
  postings.sort((one, other) => one.day - other.day || compareTexts(one.customer, other.customer));
  return postings.map((posting, index) => ({ ...posting, order: `T${400_001 + index}` }));
}

function postingsOf(random: RandomStream, holding: Holding, customer: string, leftOn: number): Posting[] {
  const postings: Posting[] = [];
  const { product, person } = holding;
  const income = roundedShare(roundedShare(product.income, person.wealthPercent, 100), random.bell(70, 130), 100);
  for (let year = 0; ; year++) {
    const day = addMonths(holding.openedOn, 12 * year);
    if (day > plan.OBSERVED_UNTIL || (year > 0 && day > leftOn)) break;
    const posting: Posting = {
      customer,
      order: '',
      day,
      category: product.type,
      product: holding.name,
      quantity: 1,
      amount: income,
      cost: product.cost,
      department: departmentOf(holding),
      kind: year === 0 ? 'Opening' : 'Yearly',
      person: person.id,
    };
    postings.push(posting);
    const refundDay = day + random.between(10, 90);
    if (year > 0 && random.chance(plan.REFUNDS) && refundDay <= plan.OBSERVED_UNTIL) {
      postings.push({
        ...posting,
        day: refundDay,
        quantity: -1,
        amount: -roundedShare(income, 1, 4),
        cost: 0,
        kind: 'Refund',
      });
    }
  }
  return postings;
}
