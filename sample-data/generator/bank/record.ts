import { compareTexts } from '../foundations/ordering';
import { itemAt, RandomStream } from '../foundations/random';
import { britishPhone } from '../people/british';
import { departmentOf, type Holding } from './holding';
import type { Person } from './person';
import * as plan from './plan';

/** A person as one department has written him or her down. */
export interface CustomerRecord {
  person: Person;
  department: plan.Department;
  key: string;
  name: string;
  email: string;
  phone: string;
  postcode: string;
  city: string;
  born: number | null;
  since: number;
}

const KEY_PREFIX: Record<plan.Department, string> = { Branch: 'B', Cards: 'C', Investments: 'V', Insurance: 'N' };
const FIRST_NUMBER: Record<plan.Department, number> = {
  Branch: 20_001,
  Cards: 50_001,
  Investments: 7_001,
  Insurance: 90_001,
};
const DEPARTMENTS: readonly plan.Department[] = ['Branch', 'Cards', 'Investments', 'Insurance'];

/** One record for each department that sold to the person, in the order of entry, and a few entered twice. */
export function keepRecords(holdings: readonly Holding[]): CustomerRecord[] {
  const random = new RandomStream('bank/records');
  return DEPARTMENTS.flatMap((department) => {
    const since = new Map<Person, number>();
    for (const holding of holdings) {
      if (departmentOf(holding) === department)
        since.set(holding.person, Math.min(since.get(holding.person) ?? Infinity, holding.openedOn));
    }
    const entries = [...since].map(([person, day]) => ({ person, day }));
    if (department === 'Branch') entries.push(...enteredAgain(random, entries));
    entries.sort((one, other) => one.day - other.day || compareTexts(one.person.id, other.person.id));
    return entries.map(({ person, day }, index) =>
      writeRecord(random, person, department, `${KEY_PREFIX[department]}${FIRST_NUMBER[department] + index}`, day),
    );
  });
}

function enteredAgain(
  random: RandomStream,
  entries: readonly { person: Person; day: number }[],
): { person: Person; day: number }[] {
  const early = entries.filter((entry) => entry.day < plan.OBSERVED_UNTIL - 300);
  return random
    .shuffle(early)
    .slice(0, plan.ENTERED_TWICE)
    .map(({ person, day }) => ({ person, day: day + random.between(60, 290) }));
}

/** The branch writes carefully; the others copy from forms. */
function writeRecord(
  random: RandomStream,
  person: Person,
  department: plan.Department,
  key: string,
  since: number,
): CustomerRecord {
  const isCareful = department === 'Branch';
  const hasMoved = !isCareful && random.chance(900);
  return {
    person,
    department,
    key,
    name: isCareful && random.chance(9_600) ? `${person.firstName} ${person.lastName}` : spelledName(random, person),
    email: writtenEmail(random, person, isCareful),
    phone: writtenPhone(random, person, isCareful),
    postcode: hasMoved ? person.postcode.replace(/ .*/, ` ${random.between(1, 9)}XY`) : writtenPostcode(random, person),
    city: person.town.city,
    born: random.chance(isCareful ? 200 : 700) ? null : person.born + (random.chance(150) ? 30 : 0),
    since,
  };
}

/** As people and clerks write the same name. */
function spelledName(random: RandomStream, { firstName, lastName }: Person): string {
  const slip = random.between(1, Math.max(1, lastName.length - 2));
  const swapped =
    lastName.slice(0, slip) + lastName.charAt(slip + 1) + lastName.charAt(slip) + lastName.slice(slip + 2);
  const ways = [
    `${firstName} ${lastName}`,
    `${firstName.charAt(0)}. ${lastName}`,
    `${firstName} ${swapped}`,
    `${lastName}, ${firstName}`,
    `${firstName} ${lastName}`.toUpperCase(),
    `${firstName.slice(0, -1)} ${lastName}`,
    `${firstName} ${lastName} `,
  ];
  return itemAt(ways, random.weighted([50, 13, 11, 7, 7, 6, 6]));
}

function writtenEmail(random: RandomStream, person: Person, isCareful: boolean): string {
  const other = `${person.lastName.toLowerCase().replace(/[^a-z]/g, '')}.${person.id.toLowerCase()}@work.example`;
  const ways = [person.email, person.email.toUpperCase(), other, ''];
  return itemAt(ways, random.weighted(isCareful ? [86, 2, 3, 9] : [58, 9, 15, 18]));
}

function writtenPhone(random: RandomStream, { phone, id }: Person, isCareful: boolean): string {
  const ways = [
    `${phone.slice(0, 5)} ${phone.slice(5)}`,
    `+44 ${phone.slice(1, 5)} ${phone.slice(5)}`,
    phone,
    britishPhone(6_000 + Number(id.slice(1))),
    '',
  ];
  return itemAt(ways, random.weighted(isCareful ? [84, 4, 4, 2, 6] : [30, 18, 14, 14, 24]));
}

function writtenPostcode(random: RandomStream, { postcode }: Person): string {
  return itemAt([postcode, postcode.replace(' ', ''), postcode.toLowerCase()], random.weighted([88, 8, 4]));
}
