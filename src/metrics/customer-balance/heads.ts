import type { Formatter } from '../../domain/format';
import type { Stage } from '../../domain/lifecycle';
import type { Balance } from './balance';

export interface Head {
  readonly stage: Stage;
  readonly name: string;
  /** What the stage adds, takes away or keeps. */
  readonly sum: string;
}

/** The four stages over the columns, each with its part of the account. */
export function stageHeads(balance: Balance, format: Formatter, tight: boolean): Head[] {
  const { int } = format;
  const came = [
    balance.fresh > 0 || balance.back === 0 ? `+ ${int(balance.fresh)}${tight ? '' : ' new'}` : '',
    balance.back > 0 ? `+ ${int(balance.back)} won back` : '',
  ];
  const grown = !balance.hasCategories
    ? 'no categories in the file'
    : balance.kept === 0
      ? 'nobody was kept'
      : `${int(balance.grew)} of ${int(balance.kept)} kept grew`;
  return [
    {
      stage: 'selection',
      name: 'Selection',
      sum: `${int(balance.start.buying)} buying, ${int(balance.start.away)} away`,
    },
    {
      stage: 'acquisition',
      name: 'Acquisition',
      sum: came.filter(Boolean).join(' ') + (tight && balance.back === 0 ? ' new' : ''),
    },
    { stage: 'retention', name: 'Retention', sum: `− ${int(balance.stopped)} stopped = ${int(balance.end.buying)}` },
    { stage: 'growth', name: 'Growth', sum: grown },
  ];
}
