import { monthOfDay, NO_DAY } from '../../domain/calendar';
import type { DatabaseTable } from '../../domain/database-table';
import { counting, integers, table, texts } from './columns';
import { mapDays } from '../../facts/day-units';
import type { Facts } from '../../facts/facts';

/** Contracts, spend and surveys as tables of the database (database/schema.sql); empty where there are none. */
export function recordTables({ contracts, spend, surveys, answers, touches, touchChannels }: Facts): DatabaseTable[] {
  const none = () => new Int32Array(0);
  const strategy = contracts?.strategy;
  return [
    table('contracts', [
      integers('contract_key', counting(contracts?.count ?? 0)),
      integers('customer_key', contracts?.customer.slice() ?? none()),
      integers('start_day', contracts?.start.slice() ?? none()),
      integers('end_of_term', contracts?.endOfTerm.slice() ?? none()),
      integers('ended_on', contracts?.endedOn.slice() ?? none()),
      integers('tenure', contracts?.tenure.slice() ?? none()),
      integers('churned', Int32Array.from(contracts?.churned ?? [])),
      texts(
        'strategy',
        Array.from({ length: contracts?.count ?? 0 }, (_, row) =>
          strategy && strategy.codes[row] >= 0 ? strategy.values[strategy.codes[row]] : null,
        ),
      ),
    ]),
    table('stay_rules', [integers('by_tenure', Int32Array.of(contracts?.tenureUnit ? 1 : 0))]),
    table('spend', [
      integers('spend_key', counting(spend?.day.length ?? 0)),
      integers('day', spend?.day.slice() ?? none()),
      integers('month', spend ? mapDays(spend.day, monthOfDay) : none()),
      integers('amount', spend?.amount.slice() ?? new Float64Array(0)),
      integers('touch_channel_key', spend?.channel.slice() ?? none()),
    ]),
    table('touches', [
      integers('touch_key', counting(touches?.count ?? 0)),
      integers('customer_key', touches?.customer.slice() ?? none()),
      integers('day', touches?.day.slice() ?? none()),
      integers('touch_channel_key', touches?.channel.slice() ?? none()),
    ]),
    table('touch_channels', [
      integers('touch_channel_key', counting(touchChannels.length)),
      texts('touch_channel', [...touchChannels]),
    ]),
    table('surveys', [
      integers('customer_key', surveys?.customer.slice() ?? none()),
      integers('day', surveys?.day.slice() ?? none()),
      integers('score', surveys?.score.map((score) => Math.round(score * 10_000)) ?? none()),
      integers('scale', new Int32Array(surveys?.customer.length ?? 0).fill(surveys?.scale ?? 0)),
    ]),
    table('answers', [
      integers('answer_key', counting(answers?.count ?? 0)),
      integers('customer_key', answers?.customer.map((customer) => (customer < 0 ? NO_DAY : customer)) ?? none()),
      integers('day', answers?.day.slice() ?? none()),
      integers('score', answers?.score.map((score) => Math.round(score * 10_000)) ?? none()),
      integers('scale', new Int32Array(answers?.count ?? 0).fill(answers?.scale ?? 0)),
      integers('weight_key', answers?.weight.slice() ?? none()),
    ]),
    table('answer_weights', [
      integers('weight_key', counting(answers?.weights.length ?? 0)),
      texts('weight', answers?.weights.map(String) ?? []),
    ]),
  ];
}
