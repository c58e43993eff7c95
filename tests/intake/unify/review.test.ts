import { expect, test } from 'vitest';
import { decide, NO_CHOICES, type Decision, type ReviewList } from '../../../src/domain/unification';
import { reviewCounts, reviewPage } from '../../../src/intake/unify/review';
import { compareCustomers, unifyCustomers } from '../../../src/intake/unify/unify';
import { companyOf, people, type MadeRow } from './made-customers';

const some = people(60);
const as = (row: MadeRow, customer: string, changed: MadeRow): MadeRow => ({ ...row, customer, ...changed });
const [ann, ben] = some;
const files = {
  'shop.csv': some,
  'service.csv': [
    as(ann, 'S1', { phone: '' }),
    as(ben, 'S2', { email: '', phone: '', birth_date: '' }),
    as(some[2], 'S3', { email: '', phone: '', birth_date: '2003-04-05' }),
  ],
};

async function reviewed(decisions: readonly Decision[] = []) {
  const dataset = companyOf([], files);
  const compared = (await compareCustomers(dataset))!;
  const { clusters } = unifyCustomers(dataset, compared, { ...NO_CHOICES, decisions });
  const subject = {
    compared,
    clusters: clusters!,
    decisions,
    customer: (record: number) => compared.records.keys[clusters!.group[record]],
    name: (record: number) => compared.records.keys[record],
  };
  const page = (list: ReviewList, offset = 0, limit = 10) => reviewPage(subject, { list, offset, limit }).pairs;
  return { page, counts: reviewCounts(subject) };
}
const keysOf = (pairs: Awaited<ReturnType<Awaited<ReturnType<typeof reviewed>>['page']>>) =>
  pairs.map(({ one, other }) => `${one.key} ${other.key}`).sort();

test('merged pairs, and those that only a person can tell, stand in lists of their own', async () => {
  const { page, counts } = await reviewed();
  expect(keysOf(page('merged'))).toEqual(['S1 A1000']);
  expect(keysOf(page('asked'))).toEqual(['S2 A1001', 'S3 A1002']);
  expect(counts).toEqual({ asked: 2, merged: 1, decided: 0 });
  expect(keysOf([...page('asked', 0, 1), ...page('asked', 1, 1)])).toEqual(keysOf(page('asked')));
});

test('the fields stand side by side with their weights, and these make the chance', async () => {
  const [pair] = (await reviewed()).page('asked').filter(({ one }) => one.key === 'S3');
  expect(pair.fields.map(({ field, level }) => [field, level])).toEqual([
    ['given', 'same'],
    ['surname', 'same'],
    ['birth', 'other'],
    ['email', null],
    ['phone', null],
    ['place', 'same'],
  ]);
  expect(pair.fields.find(({ field }) => field === 'birth')).toMatchObject({ one: '20030405' });
  for (const { level, weight } of pair.fields) {
    if (level === null) expect(weight).toBe(0);
    else expect(Math.sign(weight)).toBe(level === 'same' ? 1 : -1);
  }
  const odds = 2 ** pair.fields.reduce((sum, { weight }) => sum + weight, pair.prior);
  expect(pair.score).toBeCloseTo(odds / (1 + odds), 9);
});

test('a decided pair moves to its list with what was said, and back when that is taken back', async () => {
  const pair = { one: { source: 'shop.csv', key: 'A1001' }, other: { source: 'service.csv', key: 'S2' } };
  const decisions = decide([], { says: 'merge', ...pair });
  const { page, counts } = await reviewed(decisions);
  expect(counts).toEqual({ asked: 1, merged: 1, decided: 1 });
  const [decided] = page('decided');
  expect(decided).toMatchObject({ says: 'merge', one: { key: 'S2' }, other: { key: 'A1001' } });
  expect(decided.one.customer).toBe(decided.other.customer);
});
