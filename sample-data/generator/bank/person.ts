import { itemAt, RandomStream } from '../foundations/random';
import {
  BRITISH_FIRST_NAMES,
  BRITISH_LAST_NAMES,
  BRITISH_TOWNS,
  britishPhone,
  britishPostcode,
  type BritishTown,
} from '../people/british';
import { Mailboxes } from '../people/mailbox';
import * as plan from './plan';

/** A true person, whatever the departments' lists make of him or her. */
export interface Person {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  town: BritishTown;
  postcode: string;
  born: number;
  joined: number;
  wealthPercent: number;
}

export function bringPersons(): Person[] {
  const random = new RandomStream('bank/persons');
  const mailboxes = new Mailboxes();
  const persons = Array.from({ length: plan.PERSONS }, (_, index) => makePerson(random, mailboxes, index));
  for (let index = 0; index < plan.COUPLES; index++)
    marry(itemAt(persons, 101 + index * 150), itemAt(persons, 102 + index * 150));
  for (let index = 0; index < plan.NAMESAKES; index++)
    begetNamesake(random, itemAt(persons, 55 + index * 170), itemAt(persons, 56 + index * 170));
  return persons;
}

function makePerson(random: RandomStream, mailboxes: Mailboxes, index: number): Person {
  const firstName = random.pick(BRITISH_FIRST_NAMES);
  const lastName = random.pick(BRITISH_LAST_NAMES);
  const town = random.pick(BRITISH_TOWNS.slice(0, 10));
  const joined = random.between(plan.OPENED_ON, plan.LAST_JOINED);
  return {
    id: `P${String(index + 1).padStart(4, '0')}`,
    firstName,
    lastName,
    email: mailboxes.open(random, firstName, lastName),
    phone: britishPhone(index),
    town,
    postcode: britishPostcode(random, town),
    born: plan.OPENED_ON - random.bell(20 * 365, 82 * 365),
    joined,
    wealthPercent: itemAt(plan.WEALTH, random.weighted(plan.WEALTH.map((tier) => tier.weight))).percent,
  };
}

/** One address, one mailbox, two people. */
function marry(one: Person, other: Person): void {
  Object.assign(other, { lastName: one.lastName, email: one.email, town: one.town, postcode: one.postcode });
}

function begetNamesake(random: RandomStream, father: Person, son: Person): void {
  const { firstName, lastName, town, postcode } = father;
  father.born = plan.OPENED_ON - random.between(50 * 365, 75 * 365);
  Object.assign(son, { firstName, lastName, town, postcode, born: father.born + random.between(22 * 365, 33 * 365) });
}
