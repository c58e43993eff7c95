import { firstDayOf, lastDayOf, monthOf } from '../foundations/calendar';
import { itemAt, Quota, RandomStream } from '../foundations/random';
import {
  BRITISH_FIRST_NAMES,
  BRITISH_LAST_NAMES,
  BRITISH_TOWNS,
  britishPostcode,
  type BritishTown,
} from '../people/british';
import { Mailboxes } from '../people/mailbox';
import { CATEGORIES, type Category } from './assortment';
import * as plan from './plan';

export interface Person {
  key: string;
  name: string;
  email: string;
  town: BritishTown;
  postcode: string;
  segment: 'Household' | 'Trade';
  terms: string;
  channel: plan.ChannelName;
  /** False for loyalty cards that were never entered in the customer list. */
  isListed: boolean;
}

export interface Buyer extends Person {
  firstOrderDay: number;
  tier: plan.Tier;
  /** The categories that the customer buys from; grows with time. */
  tastes: Category[];
  /** The month in which a planned defection happens. */
  defectsIn: number | null;
  salesChannel: 'web' | 'store' | 'phone';
}

export interface Prospect extends Person {
  seenOn: number;
}

export interface People {
  buyers: Buyer[];
  prospects: Prospect[];
}

export function bringPeople(): People {
  const random = new RandomStream('shop/people');
  const mailboxes = new Mailboxes();
  const quota = new Quota();
  const buyers: Buyer[] = [];
  const prospects: Prospect[] = [];
  const openingMonth = monthOf(plan.OPENED_ON);
  let key = 10_001;
  plan.BUYERS_PER_MONTH.forEach((count, index) => {
    const month = openingMonth + index;
    for (const day of daysWithin(random, month, count)) {
      buyers.push(makeBuyer(random, quota, makePerson(random, quota, mailboxes, `C${key++}`), day));
      if (!quota.take('prospect', plan.PROSPECTS_PER_BUYER)) continue;
      prospects.push({
        ...makePerson(random, quota, mailboxes, `C${key++}`),
        seenOn: Math.max(plan.OPENED_ON, day - random.between(0, 20)),
      });
    }
  });
  const opener = itemAt(buyers, 0);
  opener.firstOrderDay = plan.OPENED_ON;
  for (let index = 0; index < plan.UNLISTED_BUYERS; index++) itemAt(buyers, 40 + index * 151).isListed = false;
  return { buyers, prospects };
}

function daysWithin(random: RandomStream, month: number, count: number): number[] {
  const days = Array.from({ length: count }, () => random.between(firstDayOf(month), lastDayOf(month)));
  return days.sort((one, other) => one - other);
}

function makePerson(random: RandomStream, quota: Quota, mailboxes: Mailboxes, key: string): Person {
  const firstName = random.pick(BRITISH_FIRST_NAMES);
  const lastName = random.pick(BRITISH_LAST_NAMES);
  const town = itemAt(BRITISH_TOWNS, Math.min(random.below(BRITISH_TOWNS.length), random.below(BRITISH_TOWNS.length)));
  const isTrade = random.chance(plan.TRADE_SHARE);
  const isOnOldTerms = isTrade && quota.take('old-terms', plan.OLD_TERMS_SHARE);
  return {
    key,
    name: `${firstName} ${lastName}`,
    email: mailboxes.open(random, firstName, lastName),
    town,
    postcode: britishPostcode(random, town),
    segment: isTrade ? 'Trade' : 'Household',
    terms: isOnOldTerms ? plan.TERMS.oldTrade : isTrade ? plan.TERMS.trade : plan.TERMS.household,
    channel: itemAt(plan.CHANNELS, random.weighted(plan.CHANNELS.map((channel) => channel.weight))).name,
    isListed: true,
  };
}

function makeBuyer(random: RandomStream, quota: Quota, person: Person, firstOrderDay: number): Buyer {
  const isOnOldTerms = person.terms === plan.TERMS.oldTrade;
  // Trade customers on old terms buy often enough for their loss to be seen, and are never among the occasional.
  const tier = isOnOldTerms ? itemAt(plan.TIERS, 1 + random.below(2)) : drawTier(random, person);
  const month = monthOf(firstOrderDay);
  const mayDefect =
    (tier.name === 'keen' || tier.name === 'devoted') && !isOnOldTerms && month < plan.DEFECTION.joinedBefore;
  const defects = mayDefect && quota.take('defects', plan.DEFECTION.taken);
  return {
    ...person,
    firstOrderDay,
    tier,
    tastes: isOnOldTerms
      ? CATEGORIES.filter((category) => plan.OLD_TERMS_CATEGORIES.includes(category.name))
      : drawTastes(random, tier),
    defectsIn: defects ? random.between(plan.DEFECTION.from, plan.DEFECTION.to) : null,
    salesChannel:
      person.channel === 'Store' ? 'store' : itemAt(['web', 'store', 'phone'] as const, random.weighted([72, 21, 7])),
  };
}

function drawTier(random: RandomStream, person: Person): plan.Tier {
  const weights = plan.TIERS.map((tier) => tier.weight);
  return itemAt(
    plan.TIERS,
    random.weighted(person.segment === 'Trade' ? weights.map((weight, index) => weight * (index + 1)) : weights),
  );
}

function drawTastes(random: RandomStream, tier: plan.Tier): Category[] {
  const wanted = { occasional: 2, regular: 2, keen: 3, devoted: 3 }[tier.name] + random.below(2);
  const tastes: Category[] = [];
  while (tastes.length < wanted) {
    const left = CATEGORIES.filter((category) => !tastes.includes(category));
    tastes.push(itemAt(left, random.weighted(left.map((category) => category.appeal))));
  }
  return tastes;
}
