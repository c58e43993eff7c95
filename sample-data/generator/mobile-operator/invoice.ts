import { addMonths, partsOf } from '../foundations/calendar';
import { roundedShare } from '../foundations/money';
import { compareTexts } from '../foundations/ordering';
import { itemAt, Quota, RandomStream } from '../foundations/random';
import type { LedgerLine } from '../measures/ledger';
import type { Contract } from './contract';
import * as plan from './plan';

interface Item {
  product: string;
  category: string;
  amount: number;
  cost: number;
}

interface Habits {
  hasDevice: boolean;
  /** The invoice with which insurance begins; null without. */
  insuredFrom: number | null;
  usesMuchData: boolean;
}

/** All invoices by day; `order` is the invoice number. Money in cents. */
export function writeInvoices(contracts: readonly Contract[]): LedgerLine[] {
  const random = new RandomStream('mobile-operator/invoices');
  const quota = new Quota();
  const invoices = contracts.flatMap((contract) => invoicesOf(random, contract, drawHabits(random, quota)));
  invoices.sort((one, other) => one.day - other.day || compareTexts(one.customer, other.customer));
  return invoices.flatMap(({ customer, day, items }, index) =>
    items.map((item) => ({
      customer,
      day,
      order: `R${2_200_001 + index}`,
      quantity: item.amount < 0 ? -1 : 1,
      ...item,
    })),
  );
}

function drawHabits(random: RandomStream, quota: Quota): Habits {
  const hasDevice = quota.take('device', plan.DEVICE_SHARE);
  const isInsured = quota.take(
    hasDevice ? 'insured with device' : 'insured without',
    hasDevice ? plan.INSURED_WITH_DEVICE : plan.INSURED_WITHOUT,
  );
  // The insurance is mostly sold with the invoice after the one with the device.
  const begins = random.chance(7_500) ? 1 : 0;
  return {
    hasDevice,
    insuredFrom: isInsured ? (hasDevice ? begins : random.below(3)) : null,
    usesMuchData: random.chance(plan.HEAVY_USERS),
  };
}

function invoicesOf(
  random: RandomStream,
  contract: Contract,
  habits: Habits,
): { customer: string; day: number; items: Item[] }[] {
  const lastDay = Math.min(contract.endedOn ?? plan.OBSERVED_UNTIL, plan.OBSERVED_UNTIL);
  const invoices: { customer: string; day: number; items: Item[] }[] = [];
  for (let number = 0; ; number++) {
    const day = addMonths(contract.start, number * plan.MONTHS_PER_INVOICE);
    if (day > lastDay) break;
    invoices.push({ customer: contract.key, day, items: regularItems(random, contract, habits, number, day) });
  }
  const farewell = farewellItems(random, contract, invoices.length);
  if (farewell.length > 0) invoices.push({ customer: contract.key, day: lastDay, items: farewell });
  return invoices;
}

function regularItems(random: RandomStream, contract: Contract, habits: Habits, number: number, day: number): Item[] {
  const items = [...agreedItems(random, contract, habits, number), ...usageItems(random, habits, day)];
  if (contract.strategy === 'Prämie' && number > 0 && number % 4 === 0) {
    items.push({ product: 'Treueprämie', category: 'Prämie', amount: 0, cost: plan.LOYALTY_BONUS_COST });
  }
  return items;
}

/** The fee, and what was taken with it. */
function agreedItems(random: RandomStream, { tariff }: Contract, habits: Habits, number: number): Item[] {
  const items: Item[] = [
    {
      product: tariff.name,
      category: 'Grundgebühr',
      amount: tariff.fee * plan.MONTHS_PER_INVOICE,
      cost: tariff.cost * plan.MONTHS_PER_INVOICE,
    },
  ];
  if (habits.hasDevice && number === 0) {
    const device = itemAt(plan.DEVICES, random.weighted(plan.DEVICES.map((candidate) => candidate.weight)));
    items.push({
      product: device.name,
      category: 'Gerät',
      amount: device.price,
      cost: roundedShare(device.price, 91, 100),
    });
  }
  if (habits.insuredFrom !== null && number >= habits.insuredFrom) {
    items.push({
      product: 'Handyschutz',
      category: 'Versicherung',
      amount: plan.INSURANCE.price,
      cost: plan.INSURANCE.cost,
    });
  }
  return items;
}

function usageItems(random: RandomStream, habits: Habits, day: number): Item[] {
  const items: Item[] = [];
  if (random.chance(habits.usesMuchData ? plan.DATA_PACKS.heavy : plan.DATA_PACKS.otherwise)) {
    const packs = random.between(1, 3);
    items.push({
      product: 'Datenpaket 5 GB',
      category: 'Datenpaket',
      amount: packs * plan.DATA_PACKS.price,
      cost: packs * plan.DATA_PACKS.cost,
    });
  }
  const { month } = partsOf(day);
  if (random.chance(month >= 7 && month <= 10 ? plan.ROAMING.summer : plan.ROAMING.otherwise)) {
    const amount = random.between(5, 60) * random.between(20, 160);
    items.push({ product: 'Roaming Welt', category: 'Roaming', amount, cost: roundedShare(amount, 58, 100) });
  }
  return items;
}

/** Who leaves during a penalty term pays for it; some of the others get back what they had paid in advance. */
function farewellItems(random: RandomStream, contract: Contract, invoices: number): Item[] {
  const { endedOn, endOfTerm, strategy, tariff } = contract;
  if (endedOn === null) return [];
  if (strategy === 'Strafgebühr' && endOfTerm !== null && endedOn <= endOfTerm) {
    return [
      {
        product: 'Ablösebetrag',
        category: 'Strafgebühr',
        amount: random.pick([9_900, 12_900, 14_900, 19_900]),
        cost: 0,
      },
    ];
  }
  const paidUntil = addMonths(contract.start, invoices * plan.MONTHS_PER_INVOICE);
  const unusedMonths = Math.floor((paidUntil - endedOn) / 31);
  if (unusedMonths < 1 || !random.chance(plan.CREDIT_SHARE)) return [];
  return [
    {
      product: tariff.name,
      category: 'Grundgebühr',
      amount: -unusedMonths * tariff.fee,
      cost: unusedMonths * tariff.cost,
    },
  ];
}
