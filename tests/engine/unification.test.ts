import { expect, test } from 'vitest';
import type { Progress } from '../../src/domain/import';
import { decide, NO_CHOICES } from '../../src/domain/unification';
import { engineHandlers } from '../../src/engine/handlers';
import { EngineSession } from '../../src/engine/session';
import { countIn, readTo } from '../support/load';

const HEADER = 'Customer No,Name,E-mail,Date of birth,Town';
const FILES = {
  'sales.csv': [
    'Order,Date,Customer No,Category,Amount',
    'T1,2024-01-05,B1,Fee,100.00',
    'T2,2024-02-05,C7,Fee,50.00',
    'T3,2024-03-05,B2,Fee,60.00',
  ],
  'branch.csv': [
    HEADER,
    'B1,Frances Talbot,frances@post.example,1973-08-08,Exeter',
    'B2,George Cooper,george@post.example,1987-04-14,Taunton',
  ],
  'cards.csv': [HEADER, 'C7,F. Talbot,FRANCES@post.example,,Bristol', 'C8,Ada Quinn,ada@post.example,1990-01-01,Bath'],
};

async function brought() {
  const session = new EngineSession();
  const files = Object.entries(FILES).map(([name, lines]) => ({ name, blob: new Blob([lines.join('\n') + '\n']) }));
  const tables = await readTo(session, files);
  return { session, choices: tables.map(({ id, roles }) => ({ table: id, roles })) };
}

test('loading brings the customers of all files together, and says so', async () => {
  const { session, choices } = await brought();
  const steps: Progress['step'][] = [];
  const report = await countIn(session, 'bank', choices, { progress: ({ step }) => steps.push(step) });
  expect(steps).toContain('matching');
  expect(report.summary.customers).toBe(3);
  expect(report.unification).toMatchObject({ sources: ['branch.csv', 'cards.csv'], records: 4, customers: 3 });
});

test('a decision makes a new generation of everything; taking it back makes the first figures again', async () => {
  const { session, choices } = await brought();
  const first = await countIn(session, 'bank', choices);
  const pair = { one: { source: 'branch.csv', key: 'B1' }, other: { source: 'cards.csv', key: 'C7' } };
  const apart = await session.unify({ ...NO_CHOICES, decisions: decide([], { says: 'apart', ...pair }) });
  expect(apart.generation).toBe(first.generation + 1);
  expect(apart.summary.customers).toBe(4);
  expect(session.loaded.facts.customers.ids).toEqual(['B1', 'B2', 'C7', 'C8']);
  const back = await session.unify(NO_CHOICES);
  expect({ ...back, generation: 0 }).toEqual({ ...first, generation: 0 });
});

test('a customer’s story keeps the file that says each value, and marks what another one outweighs', async () => {
  const { session, choices } = await brought();
  await countIn(session, 'bank', choices);
  const story = await engineHandlers(session).story(
    { id: 'B1' },
    {
      signal: new AbortController().signal,
      progress: () => undefined,
    },
  );
  expect(story.orders.map(({ order }) => order)).toEqual(['T1', 'T2']);
  expect(story.records.map(({ source, key, rule }) => [source, key, rule])).toEqual([
    ['branch.csv', 'B1', 'email'],
    ['cards.csv', 'C7', 'email'],
  ]);
  const cities = story.records.map(({ values }) => values.find(({ field }) => field === 'city'));
  expect(cities).toEqual([
    { field: 'city', value: 'Exeter', counts: true },
    { field: 'city', value: 'Bristol', counts: false },
  ]);
  await session.unify({ ...NO_CHOICES, preferred: 'cards.csv' });
  const { attributes } = session.loaded.facts.customers;
  const city = attributes.find(({ name }) => name === 'city')!.column;
  expect(city.values[city.codes[0]]).toBe('Bristol');
});

test('stopped while records are compared, what was loaded before still stands', async () => {
  const { session, choices } = await brought();
  const first = await countIn(session, 'bank', choices);
  const controller = new AbortController();
  const progress = ({ step }: Progress) => step === 'matching' && controller.abort();
  await expect(countIn(session, 'bank', choices, { signal: controller.signal, progress })).rejects.toThrow('cancelled');
  expect(session.generation).toBe(first.generation);
  expect(session.loaded.facts.customers.count).toBe(3);
});
