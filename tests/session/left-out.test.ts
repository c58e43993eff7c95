import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOTHING_SAID } from '../../src/domain/shape';
import { EngineSession } from '../../src/engine/session';
import { choicesOf, rolesOf } from '../../src/session/readings';
import { reduce } from '../../src/session/reduce';
import { EMPTY_SESSION, type Session } from '../../src/session/session';
import type { SessionEvent } from '../../src/session/events';
import { NOTHING_RECALLED } from '../../src/session/tables';
import { countIn, readTo } from '../support/load';
import { bringFiles, writeFiles } from '../support/written-report';

const after = (session: Session, ...events: SessionEvent[]) => events.reduce(reduce, session).tables;

const FILES = {
  'orders.csv': 'order_id,customer_id,order_date,total\n1,A,2024-01-05,10\n2,B,2024-01-09,20\n3,A,2024-02-11,30\n',
  'payments.csv':
    'payment_id,order_id,customer_id,payment_date,amount\np1,1,A,2024-01-05,10\np2,2,B,2024-01-10,12\np3,2,B,2024-01-20,8\np4,3,A,2024-02-12,30\n',
};

/** What the page does with files that are brought, up to the load. */
async function bringToPage(paths: readonly string[]) {
  const session = new EngineSession();
  const read = await readTo(
    session,
    paths.map((path) => ({ name: basename(path), blob: new Blob([readFileSync(path)]) })),
  );
  const advice = session.tables.advise(
    NOTHING_SAID,
    read.map(({ id }) => id),
  );
  const tables = after(
    EMPTY_SESSION,
    { type: 'tables-read', tables: read, recalled: NOTHING_RECALLED },
    { type: 'tables-advised', advice },
  );
  return { session, tables, advice };
}

describe('payments beside the orders that they pay', () => {
  test('count once in the page as in the report', async () => {
    const paths = writeFiles(FILES);
    const { session, tables } = await bringToPage(paths);
    const { summary } = await countIn(session, 'both', choicesOf(tables));
    expect(summary.net).toBe(600_000);
    expect((await bringFiles(paths)).summary.net).toBe(60);
  });

  test('are counted once the orders are gone, and where somebody says so', async () => {
    const { tables } = await bringToPage(writeFiles(FILES));
    const payments = tables.inspected.find(({ id }) => id === 'payments.csv')!;
    expect(rolesOf(tables, payments)).toEqual([]);
    const begun = { ...EMPTY_SESSION, tables };
    const alone = after(begun, { type: 'tables-forgotten', tables: ['orders.csv'], files: [] });
    expect(rolesOf(alone, payments)).toHaveLength(1);
    const { advice } = await bringToPage(writeFiles(FILES));
    const chosen = after(
      begun,
      { type: 'roles-chosen', table: payments, roles: payments.roles },
      { type: 'tables-advised', advice },
    );
    expect(rolesOf(chosen, payments)).toHaveLength(1);
  });
});
