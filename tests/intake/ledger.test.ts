import { expect, test } from 'vitest';
import { trials } from '../support/settings.mjs';
import { FORMS_OF_SYSTEMS } from './ledger/forms';
import { FORMS_OF_NONE } from './ledger/forms/generic';
import { tryLedgers } from './ledger/try-ledgers';

const seed = Number(import.meta.env['PERENNIAL_SEED']);
const LEDGERS = 100 * trials;

test('a ledger in the form of a known system is read as it is meant, and seldom asked about', async () => {
  const { wrong, counts, unknown } = await tryLedgers(FORMS_OF_SYSTEMS, seed, LEDGERS);
  expect(wrong).toEqual([]);
  expect(unknown).toBe(0);
  expect(counts.right).toBeGreaterThanOrEqual(0.9 * LEDGERS);
});

test('a ledger in the form of no system is read as it is meant, or is asked about', async () => {
  const { wrong, counts } = await tryLedgers(FORMS_OF_NONE, seed, LEDGERS);
  expect(wrong).toEqual([]);
  expect(counts.right).toBeGreaterThanOrEqual(0.6 * LEDGERS);
});
