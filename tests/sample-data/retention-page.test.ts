import { describe, expect, test } from 'vitest';
import { rewardOrPenalty, warnings } from '../../src/app/pages/retention/reward-or-penalty';
import { MetricRunner } from '../../src/engine/run-metric';
import { validateChoices } from '../../src/intake/load/validate-choices';
import { buildFacts } from '../../src/facts/build';
import type { contractCliff } from '../../src/metrics/contract-cliff/definition';
import { finding as cliffFinding } from '../../src/metrics/contract-cliff/finding';
import cliffView from '../../src/metrics/contract-cliff/view';
import type { feedback } from '../../src/metrics/feedback/definition';
import type { Finding, MetricTable } from '../../src/metrics/metric';
import type { retentionStrategies } from '../../src/metrics/retention-strategies/definition';
import type { survival } from '../../src/metrics/survival/definition';
import survivalView from '../../src/metrics/survival/view';
import { format } from '../visual/drawn';
import { bringCompany, planted } from './company';

// What the Retention page says of the mobile operator, word for word, must be what was planted.

const told = { ...survivalView.tells, ...cliffView.tells };
const words = (finding: Finding | null) =>
  finding?.words.map((word) => (typeof word === 'string' ? word : word.strong)).join('') ?? '';
const within = (id: string, value: number) => {
  const { low, high } = planted('mobile-operator', id);
  expect(value, id).toBeGreaterThanOrEqual(low);
  expect(value, id).toBeLessThanOrEqual(high);
};

let company: ReturnType<typeof tables> | null = null;
const operator = () => (company ??= tables());

async function tables() {
  const { dataset } = await validateChoices(await bringCompany('mobile-operator', true));
  const runner = new MetricRunner(buildFacts(dataset));
  return {
    curves: runner.table('survival', { by: 'strategy' }, []) as unknown as MetricTable<typeof survival>,
    cliffs: runner.table('contract_cliff', {}, []) as unknown as MetricTable<typeof contractCliff>,
    answers: runner.table('feedback', { by: 'strategy' }, []) as unknown as MetricTable<typeof feedback>,
    strategies: runner.table('retention_strategies', {}, []) as unknown as MetricTable<typeof retentionStrategies>,
  };
}

describe('the mobile operator, files guessed', () => {
  test('the sentence on reward and penalty names both cliffs, and who is left in the end', async () => {
    const { curves, cliffs } = await operator();
    const said = words(rewardOrPenalty(told, curves, cliffs, format));
    const [, penalty, reward, rewarded, held] =
      /term ([\d.]+) times .* penalty, ([\d.]+) times .* rewarded; ([\d.]+)% of the rewarded .*, ([\d.]+)% of those held/.exec(
        said,
      ) ?? [];
    within('penalty_cliff', Number(penalty));
    within('reward_no_cliff', Number(reward));
    within('reward_holds_longer', (Number(rewarded) - Number(held)) / 100);
  });
  test('the warnings say that the curves cross, and which is above first', async () => {
    const { curves } = await operator();
    const [chosen, crossed, ...more] = warnings(told, curves, format);
    expect(chosen).toMatch(/chose their contract/);
    expect(crossed).toMatch(/curves cross: more of those held by a penalty are left early on/);
    expect(more).toEqual([]);
  });
  test('the panel of the cliff says the same', async () => {
    const { cliffs } = await operator();
    const [, penalty, reward] = /term ([\d.]+) times.*, ([\d.]+) times as many[.]$/.exec(
      words(cliffFinding(cliffs, null, format)),
    )!;
    within('penalty_cliff', Number(penalty));
    within('reward_no_cliff', Number(reward));
  });
  test('rewarded customers recommend, those held by a penalty do not', async () => {
    const { strategies, answers } = await operator();
    const at = (strategy: string) => strategies.strategy.indexOf(strategy);
    within('rewarded_recommend', strategies.nps[at('reward')] - strategies.nps[at('penalty')]);
    const details = planted('mobile-operator', 'rewarded_recommend').details!;
    for (const strategy of ['reward', 'penalty']) {
      expect(strategies.nps[at(strategy)]).toBeCloseTo(Number(details[`nps_${strategy}`]), 3);
      expect(strategies.responders[at(strategy)]).toBe(details[`responders_${strategy}`]);
      const row = answers.group.indexOf(strategy);
      expect(answers.nps[row]).toBe(strategies.nps[at(strategy)]);
      expect(answers.ci_low[row]).toBe(strategies.nps_low[at(strategy)]);
      expect(answers.responders[row]).toBe(strategies.responders[at(strategy)]);
    }
  });
});

test('without either strategy there is no sentence, and a warning all the same', () => {
  expect(rewardOrPenalty(told, null, null, format)).toBeNull();
  expect(warnings(told, null, format)).toHaveLength(1);
});
