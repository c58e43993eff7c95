import { expect, test } from 'vitest';
import { columnOf, type Mapping } from '../../src/domain/roles';
import type { Treatments } from '../../src/domain/treatment';
import { trials } from '../support/settings.mjs';
import { FORMS_OF_SYSTEMS } from './ledger/forms';
import { FORMS_OF_NONE } from './ledger/forms/generic';
import { ledgerFor, makeLedger } from './ledger/ledger';
import { readFiles, type WrittenFile } from './ledger/read-files';
import { changesOf } from './ledger/same-tables';
import { randomOf } from './mutations';

const seed = Number(import.meta.env['PERENNIAL_SEED']);
/** Those that write one file, whose rows may change places. */
const FORMS = [...FORMS_OF_SYSTEMS, ...FORMS_OF_NONE].filter(
  (form) => !form.isInOrder && form.write(makeLedger(seed), randomOf(seed)).length === 1,
);
const MERGED: Treatments = { transactions: { duplicates: 'merge' } };

/** The columns of each field, without how they are read: of half the rows fewer words of a status are known. */
const columnsOf = (mapping: Mapping) =>
  Object.fromEntries(
    Object.entries(mapping.transactions ?? {}).map(([field, entry]) => [field, columnOf(entry)?.column ?? 'each row']),
  );

async function valuesOf(files: readonly WrittenFile[], treatments: Treatments = {}) {
  const { summary, mapping } = await readFiles(files, treatments);
  const { net, gross, returned, purchases, customers, observed_from: from, observed_until: until } = summary;
  const buyers = summary.customers_with_purchases;
  return { figures: { net, gross, returned, purchases, customers, buyers, from, until }, columns: columnsOf(mapping) };
}

/** Changes that one form is tried in at a time; over all forms and runs each is tried with each. */
const AT_A_TIME = 3;

test.each(FORMS.map((form, at) => [form.name, form, at] as const))(
  '%s: no value depends on names, order, noise or repetition',
  async (_, form, at) => {
    for (let trial = 0; trial < trials; trial++) {
      const from = seed + at + trial * FORMS.length;
      const [file] = form.write(ledgerFor(makeLedger(from), form.holds), randomOf(from));
      const kept = await valuesOf([file]);
      const changes = changesOf(kept.columns['order'] ?? null);
      for (let i = 0; i < AT_A_TIME; i++) {
        const { name, made, isSplit, isMerged } = changes[(from * AT_A_TIME + i) % changes.length];
        const before = isMerged ? await valuesOf([file], MERGED) : kept;
        const after = await valuesOf(made(file, from), isMerged ? MERGED : {});
        expect(after.figures, `${name}, seed ${from}`).toEqual(before.figures);
        // Half of the rows, or some of them twice, may leave a column empty or show what is of an order.
        if (!isSplit && !isMerged) expect(after.columns, `${name}, seed ${from}`).toEqual(before.columns);
      }
    }
  },
);
