import { expect, test } from 'vitest';
import { fetchPart } from '../../src/app/fetch-part';
import { loadView, fetchedView } from '../../src/app/panel/load-view';
import { explain } from '../../src/domain/sentences';
import { AppError } from '../../src/domain/errors';

test('a fetched view is there at once, and is always the same object', async () => {
  expect(fetchedView('feedback')).toBeNull();
  const view = await loadView('feedback');
  expect(fetchedView('feedback')).toBe(view);
  expect(await loadView('feedback')).toBe(view);
});

test('a part that cannot be fetched is an error of its own, which names no file', async () => {
  const missing = new TypeError('Failed to fetch dynamically imported module: https://example.org/assets/view-1.js');
  const error = await fetchPart(() => Promise.reject(missing)).catch((caught: unknown) => caught as AppError);
  expect(error).toBeInstanceOf(AppError);
  expect(error.code).toBe('part-missing');
  const { what, next } = explain(error);
  expect(`${what} ${next}`).toBe('Part of this page could not be fetched. Reload to try again.');
});
