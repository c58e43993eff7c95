import { expect } from 'vitest';
import { bringCase, describeOracle, oracle, sharedCase } from '../support/shared-data';
import { bringFiles } from '../support/written-report';

describeOracle('roles, contracts and surveys of small files that were read wrongly', () => {
  oracle.each(['activity-log-customer-date', 'activity-log-header', 'activity-log-no-header'])(
    '%s: who was there on which day is enough for cohorts',
    async (name) => {
      const { summary, rows } = await bringCase(name);
      expect(summary).toMatchObject({ transaction_lines: 150, purchases: 150, customers: 38 });
      const sizes = new Map(rows('cohort_retention').map(({ cohort, cohort_size }) => [cohort, Number(cohort_size)]));
      expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(38);
    },
  );

  oracle.each([
    ['end-before-start', 32],
    ['ended-on-1900', 40, 14],
    ['ended-on-9999', 40, 14],
    ['ended-on-zero-date', 40, 14],
    ['open-end-9999', 40, 14],
    ['negative-tenure', 50],
    ['telco-blank-total', 120, 24],
    ['upgrade-and-winback', 30],
    ['upgrade-no-plan', 30, 30],
  ] as const)('%s: %i stays, %s of them ended', async (name, n, events?: number) => {
    const [all] = (await bringCase(name)).rows('survival_summary');
    expect(all).toMatchObject({
      stratum: 'all',
      n: String(n),
      ...(events === undefined ? {} : { events: String(events) }),
    });
  });

  oracle.each([
    ['end-before-start', { 'ends before it starts': 8 }],
    ['negative-tenure', { 'negative tenure': 10 }],
  ])('%s rejects rows: %o', async (name, reasons) =>
    expect((await bringCase(name)).summary.files[0]).toMatchObject({ role: 'contracts', reasons }),
  );

  oracle(
    'contracts of no length end on their first day, and those bought again later ended at their first end',
    async () => {
      const first = (await bringCase('end-before-start')).rows('survival')[0];
      expect(first).toMatchObject({ t: '0', at_risk: '32', events: '8' });
      const stays = (await bringCase('upgrade-no-plan')).rows('survival').filter(({ events }) => events !== '0');
      expect(stays).toMatchObject([{ t: '27', events: '30' }]);
    },
  );

  oracle.each([
    ['customers_aw.csv', 6],
    ['customers_dup.csv', 6],
  ])('%s is a list of customers: no birth date is a day of sale', async (file, customers) => {
    const { summary, noticed } = await bringFiles([sharedCase(`customer-list-repeated-row/${file}`)]);
    expect(summary).toMatchObject({ customers, transaction_lines: 0, net: 0, observed_until: null });
    expect(noticed).toEqual(file === 'customers_dup.csv' ? ['duplicates 1'] : []);
  });

  oracle('a column of one value or two names no customer', async () => {
    const { summary, noticed } = await bringCase('constant-column-as-customer');
    expect(summary).toMatchObject({ customers: 0, transaction_lines: 45 });
    expect(noticed).toContain('no_customer_column 6');
    expect(noticed).toContain('no_customer_column 39');
  });

  oracle('stages of a CRM are steps of the funnel, and a word that is none is named', async () => {
    const { rows, noticed } = await bringCase('crm-lifecycle-stages');
    const reached = rows('lifecycle_funnel').filter(({ reading }) => reading === 'reached');
    // A subscriber and a lead are aware, one qualified by marketing understands, by sales or with an opportunity considers.
    expect(reached.map(({ stage }) => stage)).toEqual(['aware', 'understands', 'considers', 'customer']);
    expect(noticed).toEqual(['unknown_stages 8']);
  });

  oracle('only won deals are purchases', async () => {
    const { summary } = await bringCase('open-deals-as-sales');
    expect(summary).toMatchObject({
      net: 96_000,
      purchases: 8,
      files: [{ role: 'deals', rows_loaded: 24 }, { reasons: { no_sale: 16 } }],
    });
  });

  oracle.each([
    ['nps-all-low', 21, 0, 0, 21, -100],
    ['nps-low-header-nps', 21, 0, 0, 21, -100],
    ['nps-one-to-ten', 20, 4, 4, 12, -40],
  ])('%s: of %i answers %i promote, %i are passive, %i detract: %i', async (name, responders, p, s, d, nps) => {
    const [all] = (await bringCase(name)).rows('feedback');
    expect(all).toMatchObject({
      group: 'all',
      responders: String(responders),
      promoters: String(p),
      passives: String(s),
      detractors: String(d),
      nps: String(nps),
    });
  });

  oracle('a scale of a hundred is no Net Promoter Score', async () => {
    const { noticed, summary } = await bringCase('rating-hundred');
    expect(noticed).toEqual(['score_scale 21']);
    expect(summary.remarks).toMatchObject({ feedback: expect.stringContaining('no Net Promoter Score') as string });
  });
});
