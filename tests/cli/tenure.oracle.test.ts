import { expect } from 'vitest';
import { oracle, sharedData } from '../support/shared-data';
import { bringFiles } from '../support/written-report';

oracle('tenures of the telecom’s customers are months by what they were charged, and nobody is asked', async () => {
  const file = sharedData('telco_churn/Telco-Customer-Churn.csv');
  const { asked, exit, summary } = await bringFiles([file], ['--strict']);
  expect([asked, exit, summary['survival_unit']]).toEqual([[], 0, 'months']);
});
