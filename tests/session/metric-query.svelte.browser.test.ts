import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors';
import type { AppState } from '../../src/session/app.svelte';
import { Filters } from '../../src/session/filters.svelte';
import { MetricQuery } from '../../src/session/metric-query.svelte';
import { SessionStore } from '../../src/session/store.svelte';

/** An engine whose answers the test gives, one by one. */
function makeApp() {
  const calls: { filter: unknown; answer: (generation: number) => void; fail: (code: string) => void }[] = [];
  const state = $state({ revision: 1, generation: 1 });
  const filters = new Filters(new SessionStore());
  const app = {
    filters,
    report: {},
    get revision() {
      return state.revision;
    },
    get generation() {
      return state.generation;
    },
    engine: {
      call: (_: string, request: { filter: unknown }) =>
        new Promise((resolve, reject) =>
          calls.push({
            filter: request.filter,
            answer: (generation) => resolve({ generation, table: { n: Float64Array.of(calls.length) } }),
            fail: (code) => reject(new AppError(code, {})),
          }),
        ),
    },
  } as unknown as AppState;
  return { app, state, filters, calls };
}
const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  flushSync();
};
function ask(app: AppState) {
  let query!: MetricQuery;
  const end = $effect.root(() => {
    query = new MetricQuery(
      app,
      () => 'cohort_retention',
      () => ({}),
      'own',
    );
  });
  flushSync();
  return { query, end };
}

test('one call in flight and one newest waiting, whatever a brush does', async () => {
  const { app, filters, calls } = makeApp();
  const { query, end } = ask(app);
  for (let day = 1; day <= 20; day++) {
    filters.setWindow(day, 100);
    flushSync();
  }
  expect(calls).toHaveLength(1);
  calls[0].answer(1);
  await settle();
  expect(calls).toHaveLength(2);
  expect(calls[1].filter).toEqual([{ kind: 'window', from: 20, until: 100 }]);
  calls[1].answer(1);
  await settle();
  expect(calls).toHaveLength(2);
  expect(query.waiting).toBe(false);
  end();
});

test('a chart does not narrow itself', async () => {
  const { app, filters, calls } = makeApp();
  const { end } = ask(app);
  calls[0].answer(1);
  await settle();
  filters.setWindow(1, 2, 'own');
  flushSync();
  expect(calls.at(-1)?.filter).toEqual([]);
  end();
});

test('an answer about data that are gone is dropped; the last good one stays', async () => {
  const { app, state, calls } = makeApp();
  const { query, end } = ask(app);
  calls[0].answer(1);
  await settle();
  const good = query.answer;
  state.revision = 2;
  flushSync();
  state.revision = 3;
  state.generation = 3;
  flushSync();
  calls[1].answer(2);
  await settle();
  expect(query.answer).toBe(good);
  calls[2].answer(3);
  await settle();
  expect(query.answer?.generation).toBe(3);
  end();
});

test('an error is typed, keeps the last good answer, and goes with the next one', async () => {
  const { app, calls } = makeApp();
  const { query, end } = ask(app);
  calls[0].fail('worker-crashed');
  await settle();
  expect(query.error?.code).toBe('worker-crashed');
  expect(query.waiting).toBe(false);
  query.retry();
  calls[1].answer(1);
  await settle();
  expect(query.error).toBeNull();
  end();
});
