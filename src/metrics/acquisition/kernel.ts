import { NO_DAY } from '../../domain/calendar';
import type { Facts } from '../../facts/facts';
import { lineInView, type Scope } from '../../facts/scope';
import { creditsOf, isWon, TOUCH_MODELS, touchStarts } from '../../facts/touches';
import { defineComputation, type Kernel, type Members, type QueryTables } from '../metric';
import { acquisition } from './definition';
import { derive } from './derive';
import { lastOffset, monthOfOffset, MOST_MONTHS } from './months';
import sql from './query.sql?raw';

/** The months that the query counts in, and the models. */
function tables(): QueryTables {
  const months = Array.from({ length: MOST_MONTHS }, (_, at) => at + 1);
  return {
    acquisition_models: { model: TOUCH_MODELS.map((_, model) => model) },
    acquisition_months: {
      month: months,
      first_offset: months.map((month) => lastOffset(month - 1) + 1),
      last_offset: months.map(lastOffset),
    },
  };
}

/** Sums of one model, channel and number of contacts, by month. */
interface Cell {
  readonly key: readonly [model: number, channel: number, touches: number];
  readonly people: Float64Array;
  readonly credit: Float64Array;
  readonly net: Float64Array;
  readonly profit: Float64Array;
}

/** Shares customers won in view, and what they brought month by month, out among channels. */
const kernel: Kernel<typeof acquisition> = (facts, scope) => {
  const cells = new Map<string, Cell>();
  const cellOf = (...key: Cell['key']): Cell => {
    const name = key.join(' ');
    let cell = cells.get(name);
    const column = () => new Float64Array(MOST_MONTHS + 1);
    if (!cell) cells.set(name, (cell = { key, people: column(), credit: column(), net: column(), profit: column() }));
    return cell;
  };
  const starts = touchStarts(facts);
  const sums = { net: new Float64Array(MOST_MONTHS + 1), profit: new Float64Array(MOST_MONTHS + 1) };
  for (let c = 0; c < facts.customers.count; c++) {
    if (!isWon(facts, scope, c)) continue;
    const months = growMoney(facts, scope, c, sums);
    creditsOf(facts, starts, c, (model, channel, credit, touches) => {
      const cell = cellOf(model, channel, touches);
      for (let month = 0; month <= months; month++) {
        cell.people[month]++;
        cell.credit[month] += credit;
        cell.net[month] += credit * sums.net[month];
        cell.profit[month] += credit * sums.profit[month];
      }
    });
  }
  return rowsOf([...cells.values()], spendByChannel(facts, scope));
};

/** Money up to each month for which the customer was observed whole, in `sums`; how many these are. */
function growMoney(
  facts: Facts,
  scope: Scope,
  customer: number,
  sums: { readonly net: Float64Array; readonly profit: Float64Array },
): number {
  const { customers, orders, lines, observed } = facts;
  const first = customers.firstDay[customer];
  const seen = Math.min(observed!.until, scope.windowed ? scope.until : observed!.until) - first;
  let months = 0;
  while (months < MOST_MONTHS && lastOffset(months + 1) <= seen) months++;
  sums.net.fill(0);
  sums.profit.fill(0);
  const { day, net, profit } = lines;
  const end = orders.lineStart[customers.orderStart[customer + 1]];
  for (let line = orders.lineStart[customers.orderStart[customer]]; line < end; line++) {
    if (day[line] === NO_DAY || !lineInView(facts, scope, line)) continue;
    const month = monthOfOffset(day[line] - first);
    if (month > MOST_MONTHS) continue;
    sums.net[month] += net[line];
    if (profit) sums.profit[month] += profit[line];
  }
  for (let month = 1; month <= MOST_MONTHS; month++) {
    sums.net[month] += sums.net[month - 1];
    sums.profit[month] += sums.profit[month - 1];
  }
  return months;
}

/** Empty once customers are chosen, whose share of the money nobody knows. */
function spendByChannel({ spend }: Facts, scope: Scope): Map<number, number> {
  const sums = new Map<number, number>();
  if (!spend || !scope.unknown) return sums;
  spend.day.forEach((day, row) => {
    if (scope.windowed && (day < scope.from || day > scope.until)) return;
    const channel = spend.channel[row];
    sums.set(channel, (sums.get(channel) ?? 0) + spend.amount[row]);
  });
  return sums;
}

function rowsOf(cells: readonly Cell[], spend: ReadonlyMap<number, number>) {
  const rows = cells.flatMap(({ key, people, credit, net, profit }) =>
    Array.from(people.keys())
      .filter((month) => people[month] > 0)
      .map((month) => [...key, month, people[month], credit[month], net[month], profit[month], 0]),
  );
  for (const model of TOUCH_MODELS.keys())
    for (const [channel, amount] of spend) rows.push([model, channel, 0, 0, 0, 0, 0, 0, amount]);
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    model: column(0),
    channel: column(1),
    touches: column(2),
    month: column(3),
    people: column(4),
    credit: column(5),
    net: column(6),
    profit: column(7),
    spend: column(8),
  };
}

/** Customers with a part of the credit at a channel. */
const members: Members<typeof acquisition> = (facts, scope, _options, row) => {
  const wanted = facts.touchChannels.indexOf(String(row['channel']));
  const chosen = TOUCH_MODELS.findIndex((model) => model === row['model']);
  const starts = touchStarts(facts);
  const found: number[] = [];
  for (let c = 0; c < facts.customers.count; c++) {
    if (!isWon(facts, scope, c)) continue;
    let isListed = false;
    creditsOf(facts, starts, c, (model, channel) => {
      isListed ||= model === chosen && channel === wanted;
    });
    if (isListed) found.push(c);
  }
  return Int32Array.from(found);
};

export default defineComputation(acquisition, { sql, kernel, members, tables, derive });
