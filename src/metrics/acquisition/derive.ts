import { compareUtf8 } from '../../domain/keys';
import { TOUCH_MODELS } from '../../facts/touches';
import type { Derive, MetricBase } from '../metric';
import type { acquisition } from './definition';
import { MOST_MONTHS } from './months';

const YEAR = 12;

/** Credit, and money of that credit, of customers observed for so many months. Index 0 is everybody. */
interface Sums {
  readonly channel: string;
  readonly model: number;
  spend: number;
  people: number;
  readonly credit: Float64Array;
  readonly net: Float64Array;
  readonly profit: Float64Array;
}

/** Cost, worth in twelve months and payback of each channel under each model. */
export const derive: Derive<typeof acquisition> = (base, context) => {
  const rows = [...sumsOf(base, context.names('touch_channel')).values()]
    .sort((a, b) => compareUtf8(a.channel, b.channel) || a.model - b.model)
    .map((sums) => {
      const { credit, spend } = sums;
      const each = (money: Float64Array, month: number) => (credit[month] > 0 ? money[month] / credit[month] : NaN);
      const cac = credit[0] > 0 ? spend / credit[0] : NaN;
      const longest = credit.findLastIndex((value) => value > 0);
      const payback = context.hasProfit
        ? credit.findIndex((_, month) => month > 0 && each(sums.profit, month) >= cac)
        : -1;
      return {
        ...sums,
        cac,
        net: each(sums.net, YEAR),
        profit: context.hasProfit ? each(sums.profit, YEAR) : NaN,
        payback: payback < 0 ? NaN : payback,
        longest: Math.max(0, longest),
      };
    });
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  return {
    channel: rows.map(({ channel }) => channel),
    model: rows.map(({ model }) => TOUCH_MODELS[model]),
    customers: column(({ credit }) => credit[0]),
    spend: column(({ spend }) => spend),
    cac: column(({ cac }) => cac),
    net_12m_per_customer: column(({ net }) => net),
    profit_12m_per_customer: column(({ profit }) => profit),
    payback_months: column(({ payback }) => payback),
    people: column(({ people }) => people),
    customers_12m: column(({ credit }) => credit[YEAR]),
    longest: column(({ longest }) => longest),
  };
};

function sumsOf(base: MetricBase<typeof acquisition>, channels: readonly string[]): Map<string, Sums> {
  const found = new Map<string, Sums>();
  base.channel.forEach((code, row) => {
    const [model, touches, month] = [base.model[row], base.touches[row], base.month[row]];
    const key = `${code} ${model}`;
    const column = () => new Float64Array(MOST_MONTHS + 1);
    const sums = found.get(key) ?? {
      channel: channels[code],
      model,
      spend: NaN,
      people: 0,
      credit: column(),
      net: column(),
      profit: column(),
    };
    found.set(key, sums);
    if (touches === 0) {
      sums.spend = base.spend[row];
      return;
    }
    if (month === 0) sums.people += base.people[row];
    sums.credit[month] += base.credit[row] / touches;
    sums.net[month] += base.net[row] / touches;
    sums.profit[month] += base.profit[row] / touches;
  });
  return found;
}
