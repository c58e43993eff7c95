import { NO_DAY, type Day } from '../domain/calendar';
import { RETURN, VOID, type Dataset, type TextColumn } from '../domain/columns';
import type { CustomerStory, StoryOrder } from '../domain/customer-list';
import { AppError } from '../domain/errors';
import { FUNNEL_STAGES, STATED_STAGES } from '../domain/lifecycle';
import { MONEY_SCALE } from '../domain/money';
import type { Facts } from '../facts/facts';
import { scopeOf, type Scope } from '../facts/scope';
import { customerRow } from './customer-list';

const everything = new WeakMap<Facts, Scope>();

function wholeFile(facts: Facts): Scope {
  let scope = everything.get(facts);
  if (!scope) everything.set(facts, (scope = scopeOf(facts, [])));
  return scope;
}

/** All that the files say of one customer, whatever the filter: orders by date, each line with where it stands. */
export function customerStory(
  facts: Facts,
  dataset: Pick<Dataset, 'files'>,
  id: string,
): Omit<CustomerStory, 'records'> {
  const { customers } = facts;
  const customer = customers.ids.indexOf(id);
  if (customer < 0) throw new AppError('customer-unknown', { id });
  const orders: StoryOrder[] = [];
  for (let order = customers.orderStart[customer]; order < customers.orderStart[customer + 1]; order++) {
    orders.push(storyOrder(facts, dataset, order));
  }
  return { customer: customerRow(facts, wholeFile(facts), customer), orders, stages: stagesOf(facts, customer) };
}

const textAt = (column: TextColumn | null, row: number): string =>
  column && column.codes[row] >= 0 ? column.values[column.codes[row]] : '';
const dayOrNull = (day: Day): Day | null => (day === NO_DAY ? null : day);

function storyOrder({ orders, lines }: Facts, { files }: Pick<Dataset, 'files'>, order: number): StoryOrder {
  const told: StoryOrder['lines'][number][] = [];
  let net = 0;
  for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
    const quantity = lines.quantity ? lines.quantity[line] : NaN;
    const kind = lines.kind[line];
    net += lines.net[line];
    told.push({
      day: dayOrNull(lines.day[line]),
      product: textAt(lines.product, line),
      category: textAt(lines.category, line),
      quantity: Number.isNaN(quantity) ? null : quantity / MONEY_SCALE,
      net: lines.net[line],
      kind: kind === RETURN ? 'return' : kind === VOID ? 'void' : 'sale',
      file: files[lines.file[line]]?.name ?? '',
      line: lines.sourceLine[line],
    });
  }
  return {
    order: textAt(orders.id, order),
    day: dayOrNull(orders.day[order]),
    purchase: orders.isPurchase[order] === 1,
    net,
    lines: told,
  };
}

/** Stages as the files state them, then the first purchase and the first on a later day; in the order of their days. */
function stagesOf({ customers, orders }: Facts, customer: number): CustomerStory['stages'] {
  const stages: { stage: string; day: Day | null }[] = [];
  const { stageEntries, stageNow } = customers;
  if (stageEntries) {
    for (let at = stageEntries.start[customer]; at < stageEntries.start[customer + 1]; at++)
      stages.push({ stage: FUNNEL_STAGES[stageEntries.stage[at]], day: stageEntries.day[at] });
  }
  const first = customers.firstDay[customer];
  if (first !== NO_DAY) stages.push({ stage: 'customer', day: first });
  for (let order = customers.orderStart[customer]; order < customers.orderStart[customer + 1]; order++) {
    if (!orders.isPurchase[order] || orders.day[order] <= first || first === NO_DAY) continue;
    stages.push({ stage: 'repeat_customer', day: orders.day[order] });
    break;
  }
  const now = stageNow ? stageNow[customer] : -1;
  const rank = ({ stage }: { stage: string }) => (FUNNEL_STAGES as readonly string[]).indexOf(stage);
  stages.sort((a, b) => a.day! - b.day! || rank(a) - rank(b));
  if (now >= 0 && now < STATED_STAGES.length) stages.push({ stage: FUNNEL_STAGES[now], day: null });
  return stages;
}
