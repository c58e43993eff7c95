import { expect, test } from 'vitest';
import { QUESTION_CODES } from '../../src/domain/questions';
import { EngineSession } from '../../src/engine/session';
import { asksOf } from '../../src/session/answers';
import { readTo } from '../support/load';

async function inspected(dates: readonly string[]) {
  const rows = dates.map((date, at) => `${at},C${at % 3},${date},10`);
  const session = new EngineSession();
  const blob = new Blob([['order,customer,date,amount', ...rows].join('\n')]);
  const [table] = await readTo(session, [{ name: 'orders.csv', blob }]);
  return table;
}

test.each([
  ['the order of day and month', ['01/02/2024', '03/04/2024', '05/06/2024', '07/08/2024']],
  ['the calendar', ['05/01/2567', '16/02/2567', '27/03/2567', '08/04/2567']],
  ['the first month of a fiscal year', ['FY24 Q1', 'FY24 Q2', 'FY24 Q3', 'FY24 Q4']],
])('%s is asked once, before anything is counted', async (_, dates) => {
  const table = await inspected(dates);
  expect(table.questions).toHaveLength(1);
  expect(QUESTION_CODES).toContain(table.asks?.[0].code);
  expect(asksOf(table)).toEqual([]);
});
