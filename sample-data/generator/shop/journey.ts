import { compareTexts } from '../foundations/ordering';
import { itemAt, RandomStream } from '../foundations/random';
import type { Buyer, People, Prospect } from './customer';
import { occasionOn, type Order } from './order';
import * as plan from './plan';

/** Days on which a stage before the purchase was entered; null where nothing was recorded. */
export interface Journey {
  aware: number;
  understands: number | null;
  considers: number | null;
  preSale: number | null;
  evaluates: number | null;
}

export interface Touch {
  customer: string;
  day: number;
  channel: plan.ChannelName;
  type: string;
  campaign: string;
}

const TOUCH_TYPES: Record<plan.ChannelName, string> = {
  Newsletter: 'E-mail opened',
  Search: 'Ad click',
  Social: 'Ad click',
  Referral: 'Voucher sent',
  Store: 'Shop visit',
  Newspaper: 'Advert seen',
};

export interface Journeys {
  journeys: Map<string, Journey>;
  touches: Touch[];
}

export function writeJourneys({ buyers, prospects }: People, orders: readonly Order[]): Journeys {
  const random = new RandomStream('shop/journeys');
  const journeys = new Map<string, Journey>();
  const touches: Touch[] = [];
  for (const buyer of buyers.filter((candidate) => candidate.isListed)) {
    const journey = buyerJourney(random, buyer);
    journeys.set(buyer.key, journey);
    touches.push(...touchesBefore(random, buyer, journey.aware));
  }
  for (const prospect of prospects) {
    journeys.set(prospect.key, prospectJourney(random, prospect));
    touches.push(touch(prospect.key, prospect.seenOn, prospect.channel));
  }
  touches.push(...winBackLetters(buyers, orders));
  return {
    journeys,
    touches: touches.sort((one, other) => one.day - other.day || compareTexts(one.customer, other.customer)),
  };
}

/** Written backwards from the first order; a stage in a store is rarely recorded. */
function buyerJourney(random: RandomStream, buyer: Buyer): Journey {
  const back = (from: number, days: number): number => Math.max(plan.OPENED_ON, from - random.bell(0, days));
  const missing = buyer.salesChannel === 'store' ? 5_500 : 700;
  const evaluates = back(buyer.firstOrderDay, 2);
  const preSale = back(evaluates, 3);
  const considers = back(preSale, 16);
  const understands = back(considers, 14);
  const aware = Math.max(plan.OPENED_ON, understands - random.between(1, 24));
  return {
    aware,
    understands: signUpDay(random, buyer, understands),
    considers: random.chance(missing) ? null : considers,
    preSale: random.chance(missing) ? null : preSale,
    evaluates: random.chance(missing) ? null : evaluates,
  };
}

/** Signing up for the newsletter shows understanding; some do it only after their first purchase, out of order. */
function signUpDay(random: RandomStream, buyer: Buyer, before: number): number | null {
  if (buyer.channel === 'Newsletter') return before;
  if (!random.chance(4_200)) return null;
  const late = buyer.firstOrderDay + random.between(1, 60);
  return random.chance(2_000) && late <= plan.OBSERVED_UNTIL ? late : before;
}

/** A prospect goes on from stage to stage until one is not reached. */
function prospectJourney(random: RandomStream, prospect: Prospect): Journey {
  const journey: Journey = {
    aware: prospect.seenOn,
    understands: null,
    considers: null,
    preSale: null,
    evaluates: null,
  };
  const steps: [stage: 'understands' | 'considers' | 'preSale' | 'evaluates', goesOn: number][] = [
    ['understands', 6_200],
    ['considers', 5_400],
    ['preSale', 5_200],
    ['evaluates', 4_000],
  ];
  let day = prospect.seenOn;
  for (const [stage, goesOn] of steps) {
    day += random.between(0, 15);
    if (!random.chance(goesOn) || day > plan.OBSERVED_UNTIL) break;
    journey[stage] = day;
  }
  return journey;
}

/** The last touch is the one that won the customer; earlier ones came by any channel. */
function touchesBefore(random: RandomStream, buyer: Buyer, aware: number): Touch[] {
  const last = Math.max(plan.OPENED_ON, buyer.firstOrderDay - random.between(1, 4));
  const touches = [touch(buyer.key, last, buyer.channel)];
  const earlier = random.weighted([50, 30, 14, 6]);
  for (let index = 0; index < earlier && aware < last; index++) {
    const day = index === 0 ? aware : random.between(aware, last - 1);
    const channel = itemAt(plan.CHANNELS, random.weighted(plan.CHANNELS.map((candidate) => candidate.weight)));
    touches.push(touch(buyer.key, day, channel.name));
  }
  return touches;
}

/** Everyone who had been quiet for six months was written to at the start of the win-back month. */
function winBackLetters(buyers: readonly Buyer[], orders: readonly Order[]): Touch[] {
  const sentOn = plan.WIN_BACK_LETTERS_ON;
  const lastOrder = new Map<string, number>();
  for (const order of orders) if (order.day < sentOn) lastOrder.set(order.customer, order.day);
  return buyers
    .filter((buyer) => buyer.isListed && (lastOrder.get(buyer.key) ?? sentOn) < sentOn - 183)
    .map((buyer) => ({
      customer: buyer.key,
      day: sentOn,
      channel: 'Newsletter',
      type: 'Win-back letter',
      campaign: plan.WIN_BACK.campaign,
    }));
}

function touch(customer: string, day: number, channel: plan.ChannelName): Touch {
  return { customer, day, channel, type: TOUCH_TYPES[channel], campaign: occasionOn(day).campaign };
}
