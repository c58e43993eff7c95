import { addMonths, firstDayOf, lastDayOf } from '../foundations/calendar';
import { itemAt, Quota, RandomStream } from '../foundations/random';
import type { ContractSpell } from '../measures/contracts';
import {
  GERMAN_LAST_NAMES,
  GERMAN_MEN,
  GERMAN_TOWNS,
  GERMAN_WOMEN,
  germanPhone,
  withoutUmlauts,
  type GermanTown,
} from '../people/german';
import { Mailboxes } from '../people/mailbox';
import * as plan from './plan';

/** One customer has one contract. */
export interface Contract extends ContractSpell {
  key: string;
  salutation: 'Frau' | 'Herr';
  name: string;
  email: string;
  phone: string;
  town: GermanTown;
  postcode: string;
  born: number;
  kind: 'privat' | 'geschäftlich';
  tariff: plan.Tariff;
  termMonths: number;
  strategy: plan.Strategy;
  channel: string;
  reason: string;
}

const CHANNELS = ['Filiale', 'Online', 'Telefonverkauf', 'Partnershop'];
const REASONS = ['Preis', 'Netzabdeckung', 'Wechsel zum Wettbewerb', 'Umzug', 'keine Angabe'];

export function signContracts(): Contract[] {
  const random = new RandomStream('mobile-operator/contracts');
  const quota = new Quota();
  const mailboxes = new Mailboxes();
  const contracts: Contract[] = [];
  for (const start of startDays(random)) {
    const contract = signContract(random, mailboxes, contracts.length, start);
    endContract(random, quota, contract);
    contracts.push(contract);
  }
  return contracts;
}

/** Three years of new contracts; the last one is signed on the last day, which ends the observation. */
function startDays(random: RandomStream): number[] {
  const days: number[] = [];
  plan.CONTRACTS_PER_MONTH.forEach((perMonth, year) => {
    for (let month = plan.FIRST_MONTH + 12 * year; month < plan.FIRST_MONTH + 12 * (year + 1); month++) {
      for (let index = 0; index < perMonth; index++) days.push(random.between(firstDayOf(month), lastDayOf(month)));
    }
  });
  days.sort((one, other) => one - other);
  days[0] = plan.STARTED_ON;
  days[days.length - 1] = plan.OBSERVED_UNTIL;
  return days;
}

function signContract(random: RandomStream, mailboxes: Mailboxes, index: number, start: number): Contract {
  const salutation = random.chance(5_100) ? 'Frau' : 'Herr';
  const firstName = random.pick(salutation === 'Frau' ? GERMAN_WOMEN : GERMAN_MEN);
  const lastName = random.pick(GERMAN_LAST_NAMES);
  const town = itemAt(GERMAN_TOWNS, random.weighted(GERMAN_TOWNS.map((candidate) => candidate.weight)));
  const termMonths = itemAt(plan.TERMS, random.weighted(plan.TERMS.map((term) => term.weight))).months;
  const strategy = itemAt(plan.STRATEGIES, random.weighted(plan.STRATEGIES.map((candidate) => candidate.weight))).name;
  return {
    key: String(100_001 + index),
    salutation,
    name: `${firstName} ${lastName}`,
    email: mailboxes.open(random, withoutUmlauts(firstName), withoutUmlauts(lastName)),
    phone: germanPhone(index),
    town,
    postcode: town.postcodePrefix + String(random.between(10, 99)),
    born: start - random.bell(19 * 365, 79 * 365),
    kind: random.chance(900) ? 'geschäftlich' : 'privat',
    tariff: itemAt(plan.TARIFFS, random.weighted(plan.TARIFFS.map((tariff) => tariff.weight))),
    termMonths,
    strategy: termMonths === 0 ? 'keine' : strategy,
    channel: itemAt(CHANNELS, random.weighted([34, 31, 13, 22])),
    reason: '',
    start,
    endOfTerm: termMonths === 0 ? null : addMonths(start, termMonths) - 1,
    endedOn: null,
  };
}

/** Goes through the contract month by month until it ends or the observation does. */
function endContract(random: RandomStream, quota: Quota, contract: Contract): void {
  for (let month = 0; addMonths(contract.start, month) <= plan.OBSERVED_UNTIL; month++) {
    const fromEnd = month - contract.termMonths;
    const key = `${contract.strategy}/${contract.termMonths === 0 ? `monthly ${month}` : fromEnd}`;
    if (!quota.take(key, hazardOf(contract, month, fromEnd))) continue;
    // Well inside the month, so that counting in calendar months, in 30 days or by the day of the month agree.
    const day = addMonths(contract.start, month) + random.between(3, 25);
    if (day > plan.OBSERVED_UNTIL) return;
    contract.endedOn = day;
    contract.reason = itemAt(REASONS, random.weighted([32, 14, 28, 10, 16]));
    return;
  }
}

function hazardOf(contract: Contract, month: number, fromEnd: number): number {
  if (contract.termMonths === 0) return month < 6 ? plan.MONTH_TO_MONTH.first : plan.MONTH_TO_MONTH.later;
  const hazards = plan.HAZARDS[contract.strategy];
  if (fromEnd < 0) return hazards.before;
  if (fromEnd === 0) return hazards.cliff;
  return fromEnd <= 5 ? hazards.soonAfter : hazards.later;
}
