import { GROUPS, STATES, standingsOf } from '../../facts/standings';
import type { Members } from '../metric';
import type { customerBalance } from './definition';

/** A mark may stand for several cells: names are joined by `;`, and '' is any. */
const codes = (names: readonly string[], wanted: unknown): ReadonlySet<number> => {
  const text = String(wanted);
  return new Set(text === '' ? names.keys() : text.split(';').map((name) => names.indexOf(name)));
};

export const members: Members<typeof customerBalance> = (facts, scope, _options, row) => {
  const standings = standingsOf(facts, scope);
  const period = Number(row['period']);
  const groups = codes(GROUPS, row['group']);
  const states = codes(STATES, row['state']);
  const all = Int32Array.from(facts.customers.firstDay, (_, customer) => customer);
  return standings.periods[period]
    ? all.filter((customer) => {
        const cell = standings.cell(period, customer);
        return cell >= 0 && groups.has(cell >> 3) && states.has(cell & 7);
      })
    : new Int32Array(0);
};
