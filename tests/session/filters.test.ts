import { expect, test } from 'vitest';
import { knownClauses } from '../../src/session/filter';
import { Filters } from '../../src/session/filters.svelte';
import { SessionStore } from '../../src/session/store.svelte';

test('one clause a field; one that keeps everything is none', () => {
  const filters = new Filters(new SessionStore());
  filters.set({ kind: 'line', field: 'category', values: ['Tea'] });
  filters.set({ kind: 'line', field: 'category', values: ['Cake'] });
  filters.set({ kind: 'customer', field: 'category', values: ['A'] });
  filters.setWindow(10, 20);
  filters.setWindow(12, 20);
  expect(filters.clauses).toHaveLength(3);
  expect(filters.values('line', 'category')).toEqual(['Cake']);
  expect(filters.window?.from).toBe(12);
  filters.setWindow(null, null);
  filters.set({ kind: 'line', field: 'category', values: [] });
  expect(filters.clauses).toEqual([{ kind: 'customer', field: 'category', values: ['A'] }]);
});

test('the same mark twice takes its filter away again', () => {
  const filters = new Filters(new SessionStore());
  const mark = [{ kind: 'customer', field: 'cohort_month', values: ['2023-01'], source: 'cohort_retention' }] as const;
  filters.toggle(mark);
  expect(filters.clauses).toEqual(mark);
  filters.toggle(mark);
  expect(filters.clauses).toEqual([]);
});

test('a chart takes back what it has set, and nothing else', () => {
  const filters = new Filters(new SessionStore());
  filters.setWindow(1, 2, 'strip');
  filters.set({ kind: 'line', field: 'product', values: ['x'], source: 'pairs' });
  filters.removeSource('strip');
  expect(filters.clauses.map(({ source }) => source)).toEqual(['pairs']);
});

test('clauses of fields that newer data lack go', () => {
  const filters = new Filters(new SessionStore());
  filters.set({ kind: 'customer', field: 'Region', values: ['North'] });
  filters.set({ kind: 'customer', field: 'value_quintile', values: ['1'] });
  filters.set({ kind: 'customer', field: 'survey_answer', values: ['9-10'] });
  filters.set({ kind: 'line', field: 'category', values: ['Tea'] });
  const known = knownClauses(filters.clauses, [{ kind: 'line', field: 'category', values: [], more: 0 }]);
  expect(known.map((clause) => (clause.kind === 'window' ? '' : clause.field))).toEqual(['value_quintile', 'category']);
});
