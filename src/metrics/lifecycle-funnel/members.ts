import { FUNNEL_STAGES } from '../../domain/lifecycle';
import { attributeTexts } from '../../facts/attributes';
import { scanFunnel } from '../../facts/funnel';
import type { Members } from '../metric';
import type { lifecycleFunnel } from './definition';
import { chosenSteps, groupCodes } from './kernel';

export const members: Members<typeof lifecycleFunnel> = (facts, scope, options, row) => {
  const steps = chosenSteps(facts, options);
  const group = groupCodes(facts, options);
  const wanted = options.by === '' ? -1 : attributeTexts(facts, options.by).indexOf(String(row['group']));
  const found: number[] = [];
  scanFunnel(facts, scope, steps, options.window_days, (reading, step, customer) => {
    const isIt =
      reading === row['reading'] && FUNNEL_STAGES[steps[step].stage] === row['stage'] && group[customer] === wanted;
    if (isIt) found.push(customer);
  });
  return Int32Array.from(found);
};
