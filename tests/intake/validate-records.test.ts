import { describe, expect, test } from 'vitest';
import { NO_DAY, parseIsoDay } from '../../src/domain/calendar';
import type { RoleMapping } from '../../src/domain/roles';
import { validateRecords, type RecordRole } from '../../src/intake/check/validate';
import { tableFrom, textsOf } from './validate-tables';

const validate = (role: RecordRole, drawing: string, mapping: RoleMapping) =>
  validateRecords(tableFrom(drawing), role, mapping, 0);

describe('surveys', () => {
  const DRAWING =
    'id | score | day\n 1 | 10 | 2020-01-01\n 2 | 11.0 | 2020-01-01\n 3 | | 2020-01-02\n 4 | 7.0 | soon\n 5 | -1 | \n 6 | n/a |\n 7 | ten |\n 8 | 0 |';
  const found = validate('surveys', DRAWING, { score: 'score', date: { column: 'day', format: 'YYYY-MM-DD' } });
  test('a blank score and one off the scale reject their row', () =>
    expect(found.rejections.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [3, 'score', '11.0', 'blank or off the scale'],
      [4, 'score', '', 'blank or off the scale'],
      [6, 'score', '-1', 'blank or off the scale'],
      [7, 'score', 'n/a', 'blank or off the scale'],
      [8, 'score', 'ten', 'blank or off the scale'],
    ]));
  test('a bad day does not', () => {
    expect([...found.records.number['score']]).toEqual([10, 7, 0]);
    expect([...found.records.day['date']]).toEqual([parseIsoDay('2020-01-01'), NO_DAY, NO_DAY]);
    expect(found.leftEmpty).toEqual([
      { file: 'lines.csv', line: 5, column: 'date', value: 'soon', reason: 'not a date' },
    ]);
    expect(found.balance).toMatchObject({ rows_read: 8, rows_loaded: 3, rows_rejected: 5 });
  });
});

test('customers: a bad birth date is left empty and listed', () => {
  const { records, rejections, leftEmpty } = validate(
    'customers',
    'key | born | stage | Colour\n 1 | 19371233 | Lead | red\n 2 | 19701231 | Lost | \n 3 | | Kunde | red',
    {
      customer: 'key',
      birth_date: { column: 'born', format: 'YYYYMMDD' },
      stage: 'stage',
    },
  );
  expect(rejections).toEqual([]);
  expect([...records.day['birth_date']]).toEqual([NO_DAY, parseIsoDay('1970-12-31'), NO_DAY]);
  expect(textsOf(records.text['stage'])).toEqual(['aware', null, 'customer']);
  expect(leftEmpty.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
    [2, 'birth_date', '19371233', 'not a date'],
    [3, 'stage', 'Lost', 'not a stage'],
  ]);
  expect(records.attributes.map(({ name }) => name)).toEqual(['Colour']);
});

test('a stage column of yes and no says who became a customer', () =>
  expect(
    textsOf(
      validate('customers', 'key | Converted\n 1 | 1\n 2 | 0\n 3 |', {
        customer: 'key',
        stage: { column: 'Converted', yes: '1' },
      }).records.text['stage'],
    ),
  ).toEqual(['customer', 'aware', null]));

test('contracts: tenure with its unit, churn as yes and no, strategies by their words', () => {
  const { records } = validate(
    'contracts',
    'key | tenure | Churn | plan\n 1 | 34 | Yes | Prämie\n 2 | 1,5 | No | Strafe X\n 3 | | maybe | keine',
    {
      customer: 'key',
      tenure: { column: 'tenure', unit: 'months', decimal: ',' },
      churned: 'Churn',
      strategy: { column: 'plan', penalty: 'Strafe X' } as never,
    },
  );
  expect([...records.number['tenure']]).toEqual([34, 1.5, NaN]);
  expect(records.tenureUnit).toBe('months');
  expect(textsOf(records.text['churned'])).toEqual(['yes', 'no', null]);
  expect(textsOf(records.text['strategy'])).toEqual(['reward', 'penalty', 'none']);
});

test('a word for yes makes every other word no', () =>
  expect(
    textsOf(
      validate('contracts', 'k | t | e\n 1 | 1 | gone\n 2 | 1 | here', {
        customer: 'k',
        tenure: 't',
        churned: { column: 'e', yes: 'gone' },
      }).records.text['churned'],
    ),
  ).toEqual(['yes', 'no']));

test('spend: a month is its first day; a row without day or amount is rejected', () => {
  const { records, rejections } = validate('spend', 'm | c | s\n 2023-01 | TV | 1.200,50\n | TV | 5\n 2023-02 | TV |', {
    date: { column: 'm', format: 'YYYY-MM' },
    channel: 'c',
    amount: { column: 's', decimal: ',' },
  });
  expect([...records.day['date']]).toEqual([parseIsoDay('2023-01-01')]);
  expect([...records.number['amount']]).toEqual([12005000]);
  expect(rejections.map(({ column, reason }) => [column, reason])).toEqual([
    ['date', 'blank date'],
    ['amount', 'blank amount'],
  ]);
});

test('interactions without a day are rejected; stages keep their order words', () => {
  const { records, rejections } = validate('interactions', 'who | when | what\n a | 2020-01-01 | Trial\n b | | Trial', {
    customer: 'who',
    date: 'when',
    stage: 'what',
  });
  expect(textsOf(records.text['stage'])).toEqual(['evaluates']);
  expect(rejections).toMatchObject([{ line: 3, column: 'date', reason: 'blank date' }]);
});

test('wallet: shares in per cent or of 1', () => {
  const shares = (cells: string[]) => [
    ...validate('wallet', `who | share\n${cells.map((cell) => `a | ${cell}`).join('\n')}`, {
      customer: 'who',
      share: 'share',
    }).records.number['share'],
  ];
  expect(shares(['45', '100', '0.5'])).toEqual([0.45, 1, 0.005]);
  expect(shares(['0.45', '1'])).toEqual([0.45, 1]);
  expect(shares(['45 %', '0.5'])).toEqual([0.45, 0.5]);
});

test.each<[RecordRole, RoleMapping, string[]]>([
  ['surveys', { customer: 'a' }, ['score']],
  ['contracts', { customer: 'a' }, ['start']],
  ['contracts', { customer: 'a', tenure: 'b' }, ['churned']],
  ['spend', { channel: 'a' }, ['date', 'amount']],
  ['customers', { city: 'a' }, ['customer']],
])('%s needs its fields', (role, mapping, missing) => {
  try {
    validate(role, 'a | b\n 1 | 2', mapping);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({
      code: 'columns-missing',
      details: { file: 'lines.csv', role, missing, found: ['a', 'b'] },
    });
  }
});

test('contracts that name no customer are of one each', () => {
  const { records } = validate('contracts', 'tenure | churn\n 3 | yes\n 5 | no', {
    tenure: 'tenure',
    churned: 'churn',
  });
  expect(textsOf(records.text['customer'])).toEqual(['lines.csv:2', 'lines.csv:3']);
});

test('words that name no stage are named with their rows', () => {
  const { notices } = validate(
    'interactions',
    'id | day | stage\n 1 | 2024-01-01 | Lead\n 2 | 2024-01-02 | Evangelist\n 3 | 2024-01-03 | Evangelist\n 4 | 2024-01-03 | Other\n 5 | 2024-01-03 |',
    { customer: 'id', date: 'day', stage: 'stage' },
  );
  expect(notices).toEqual([
    { code: 'unknown_stages', file: 'lines.csv', column: 'stage', count: 3, values: ['Evangelist', 'Other'] },
  ]);
});
