import { Quota, RandomStream } from '../foundations/random';
import type { Person } from './person';
import * as plan from './plan';

export interface Holding {
  person: Person;
  product: plan.BankProduct;
  name: string;
  openedOn: number;
  /** True where the product's own department sold it, under its own customer number. */
  isDirect: boolean;
}

/** Each person's holdings in the order of PRODUCTS; nobody is without any. */
export function sellHoldings(persons: readonly Person[]): Holding[] {
  const random = new RandomStream('bank/holdings');
  const quota = new Quota();
  return random.shuffle(persons).flatMap((person) => {
    const types = drawTypes(quota);
    const openings = drawOpenings(random, quota, person, types);
    return plan.PRODUCTS.filter((product) => types.has(product.type)).map((product) => ({
      person,
      product,
      name: random.pick(product.names),
      openedOn: openings.get(product.type) ?? person.joined,
      isDirect: isSoldDirect(random, product, types),
    }));
  });
}

function drawTypes(quota: Quota): Set<string> {
  const types = new Set(Object.keys(plan.HOLDINGS).filter((type) => quota.take(type, plan.HOLDINGS[type] ?? 0)));
  const home = plan.HOME_INSURANCE;
  const card = plan.CREDIT_CARD;
  if (
    types.has('Mortgage') ? quota.take('home with mortgage', home.withMortgage) : quota.take('home alone', home.without)
  )
    types.add('Home Insurance');
  if (
    types.has('Brokerage')
      ? quota.take('card with brokerage', card.withBrokerage)
      : quota.take('card alone', card.without)
  )
    types.add('Credit Card');
  if (types.size === 0) types.add('Current Account');
  return types;
}

/** One product opens the relation, the others follow within some 500 days; home insurance soon after the mortgage. */
function drawOpenings(random: RandomStream, quota: Quota, person: Person, types: Set<string>): Map<string, number> {
  const latest = plan.OBSERVED_UNTIL - 70;
  const openings = new Map<string, number>();
  const first = random.pick([...types]);
  for (const type of types)
    openings.set(type, type === first ? person.joined : Math.min(latest, person.joined + random.between(1, 500)));
  const mortgage = openings.get('Mortgage');
  if (mortgage === undefined || !types.has('Home Insurance')) return openings;
  if (quota.take('home after mortgage', plan.HOME_INSURANCE.after))
    openings.set('Home Insurance', mortgage + random.between(4, 60));
  else
    openings.set(
      'Mortgage',
      Math.min(latest, (openings.get('Home Insurance') ?? person.joined) + random.between(20, 300)),
    );
  return openings;
}

function isSoldDirect(random: RandomStream, product: plan.BankProduct, types: Set<string>): boolean {
  const knowsBranch = plan.PRODUCTS.some((candidate) => candidate.department === 'Branch' && types.has(candidate.type));
  if (product.department === 'Branch') return false;
  if (!knowsBranch) return true;
  if (product.type === 'Home Insurance' && types.has('Mortgage'))
    return random.chance(plan.HOME_INSURANCE_WITH_MORTGAGE_DIRECT);
  return random.chance(plan.SOLD_DIRECT[product.department]);
}

/** Who leaves, and when; the holdings earn nothing after. */
export function drawLeavers(persons: readonly Person[]): Map<string, number> {
  const random = new RandomStream('bank/leavers');
  const leavers = persons.filter(() => random.chance(plan.LEAVES));
  return new Map(leavers.map((person) => [person.id, person.joined + random.between(120, 1_000)]));
}

export function departmentOf(holding: Holding): plan.Department {
  return holding.isDirect ? holding.product.department : 'Branch';
}
