import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customersFiles, people, type MadeRow } from './made-customers';
import { matched, pairsOf } from './matched';

const NAMES = ['one.csv', 'two.csv'];
const some = people(300);
const again = (row: MadeRow, key: string, changed: MadeRow): MadeRow => ({ ...row, customer: key, ...changed });

async function pairsAmong(rows: readonly MadeRow[], more: readonly MadeRow[] = []) {
  const { group, records, matching } = await matched(customersFiles({ 'one.csv': rows, 'two.csv': more }), NAMES);
  return { pairs: [...pairsOf(group, records.keys)].sort(), records, matching };
}
const asked = ({ records, matching }: Awaited<ReturnType<typeof pairsAmong>>) =>
  matching.links.filter(({ merges }) => !merges).map(({ a, b }) => [records.keys[a], records.keys[b]].sort().join(' '));

test('nobody is merged, or asked about, where nobody is twice', async () => {
  const result = await pairsAmong(some);
  expect(result.pairs).toEqual([]);
  expect(asked(result)).toEqual([]);
});

test('the same person as clerks write him: another spelling of each field is one customer', async () => {
  const [a, b, c, d, e] = some;
  const twice = [
    again(a, 'B1', { email: a['email'].toUpperCase(), phone: '', name: a['name'].toUpperCase() }),
    again(b, 'B2', { email: '', phone: `+49 ${b['phone'].slice(1)}`, birth_date: '' }),
    again(c, 'B3', { email: '', phone: '', name: c['name'].split(' ').reverse().join(', ') }),
    again(d, 'B4', { email: '', phone: '', name: `${d['name'][0]}. ${d['name'].split(' ')[1]}` }),
    again(e, 'B5', { email: '', name: `${e['name'].slice(0, -2)}${e['name'].at(-1)}${e['name'].at(-2)}` }),
  ];
  expect((await pairsAmong(some, twice)).pairs).toEqual(['A1000 B1', 'A1001 B2', 'A1002 B3', 'A1003 B4', 'A1004 B5']);
});

test('a couple with one mailbox and a father and son of one name are never merged unasked', async () => {
  const [husband, father] = some;
  const wife = again(husband, 'B1', {
    name: `Wilma ${husband['name'].split(' ')[1]}`,
    birth_date: '1961-02-03',
    phone: '',
  });
  const son = again(father, 'B2', { birth_date: '2001-11-30', email: '', phone: '' });
  const result = await pairsAmong(some, [wife, son]);
  expect(result.pairs).toEqual([]);
  expect(asked(result)).toEqual(['A1001 B2']);
});

test('one tax number is one customer, under whatever mailbox', async () => {
  const rows = some.map((row, at): MadeRow => ({ ...row, 'Tax ID': `DE${300_000 + at * 17}` }));
  const other = { customer: 'B1', name: rows[5]['name'], 'Tax ID': 'DE 300.085' };
  expect((await pairsAmong(rows, [other])).pairs).toEqual(['A1005 B1']);
});

test('a mailbox that half the firm uses makes no giant', async () => {
  const shared = some.slice(0, 40).map((row) => ({ ...row, email: 'info@firm.example', birth_date: '' }));
  expect((await pairsAmong(shared)).pairs).toEqual([]);
});

test('weak links do not chain: who is like both of two strangers does not make them one', async () => {
  const between = again(some[0], 'B1', { name: some[0]['name'], email: some[1]['email'], birth_date: '', phone: '' });
  const { pairs } = await pairsAmong(some, [between]);
  expect(pairs.filter((pair) => pair === 'A1000 A1001')).toEqual([]);
});

test('the order of the rows and of the files changes nothing', async () => {
  const twice = some
    .slice(0, 60)
    .map((row, at) => again(row, `B${at}`, at % 2 ? { email: '' } : { phone: '', birth_date: '' }));
  const straight = (await pairsAmong(some, twice)).pairs;
  expect(straight).toHaveLength(60);
  const shuffled = fc.sample(fc.shuffledSubarray(some, { minLength: some.length }), { numRuns: 2, seed: 7 });
  for (const rows of shuffled) expect((await pairsAmong(rows, [...twice].reverse())).pairs).toEqual(straight);
  const { group, records } = await matched(customersFiles({ 'two.csv': twice, 'one.csv': some }), [
    'two.csv',
    'one.csv',
  ]);
  expect([...pairsOf(group, records.keys)].sort()).toEqual(straight);
});

test('it can be stopped on the way', async () => {
  const table = customersFiles({ 'one.csv': some });
  const { records } = await matched(table, NAMES);
  const { evidenceOf } = await import('../../../src/intake/unify/evidence');
  const { matchRecords } = await import('../../../src/intake/unify/match');
  const stop = () => Promise.reject(new Error('stopped'));
  await expect(matchRecords(evidenceOf(table, records.recordOf, records.count), stop)).rejects.toThrow('stopped');
});

test(
  'ten thousand records are compared within 30 seconds and 500 MB, and all of them find their other',
  { timeout: 60_000 },
  async () => {
    const base = people(5_000);
    const others = base.map((row, at) =>
      again(
        row,
        `B${at}`,
        [{ email: '' }, { phone: '', name: `${row['name'][0]}. ${row['name'].split(' ')[1]}` }, { birth_date: '' }][
          at % 3
        ],
      ),
    );
    const table = customersFiles({ 'one.csv': base, 'two.csv': others });
    const [begun, before] = [performance.now(), process.memoryUsage().rss];
    const { group, records } = await matched(table, NAMES);
    expect(process.memoryUsage().rss - before).toBeLessThan(500e6);
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(pairsOf(group, records.keys)).toEqual(new Set(base.map((row, at) => `${row['customer']} B${at}`)));
  },
);
