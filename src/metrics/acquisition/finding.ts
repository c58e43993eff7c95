import type { Formatter } from '../../domain/format';
import { chosen, type Choices } from '../choices';
import { FEW, type Finding, type MetricTable } from '../metric';
import { channelLabel, readChannels, type Channel } from './channels';
import { choices as specs } from './choices';
import type { acquisition } from './definition';

/** The dearest channel against the cheapest by the contacts that get the credit, and which bring more in a year than they cost. */
export function finding(
  table: MetricTable<typeof acquisition>,
  context: { readonly hasProfit: boolean },
  format: Formatter,
  _options: unknown,
  choices: Choices,
): Finding | null {
  const { model } = chosen(specs, choices);
  const known = readChannels(table, model).filter(({ customers, cac }) => customers >= FEW && !Number.isNaN(cac));
  if (known.length === 0) return null;
  const [dear, cheap] = [known[0], known[known.length - 1]];
  const n = `n = ${format.plural(
    known.reduce((sum, { customers }) => sum + customers, 0),
    'customer',
  )}, by ${specs.model.words[model]}`;
  const name = ({ name: of }: Channel) => channelLabel(of);
  const times = cheap.cac > 0 ? dear.cac / cheap.cac : NaN;
  const start = { strong: `A customer won through ${name(dear)} costs ${format.money(dear.cac)}` };
  const against =
    known.length === 1
      ? ''
      : Number.isNaN(times)
        ? `, one through ${name(cheap)} ${format.money(cheap.cac)}`
        : `, ${format.number(times, 1)} times one through ${name(cheap)} (${format.money(cheap.cac)})`;
  return { words: [start, `${against}.${context.hasProfit ? paybackWords(known, name, format) : ''}`], n };
}

/** Which channels have not brought back what they cost in twelve months. */
function paybackWords(known: readonly Channel[], name: (one: Channel) => string, format: Formatter): string {
  const judged = known.filter(({ profit }) => !Number.isNaN(profit));
  if (judged.length === 0) return '';
  const slow = judged.filter(({ profit, cac }) => profit < cac);
  if (slow.length === 0) return ' Within twelve months each channel brings back in profit what it costs.';
  return ` Within twelve months ${format.list(slow.map(name))} ${slow.length === 1 ? 'does' : 'do'} not bring back in profit what ${slow.length === 1 ? 'it costs' : 'they cost'}.`;
}
