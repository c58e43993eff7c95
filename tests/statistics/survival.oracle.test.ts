import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect } from 'vitest';
import { fitCox } from '../../src/statistics/cox';
import { kaplanMeier, medianOf, restrictedMean } from '../../src/statistics/kaplan-meier';
import { logRankTest } from '../../src/statistics/log-rank';
import { riskSets } from '../../src/statistics/risk-sets';
import { oracle, sharedData } from '../support/shared-data';
import { countsOf, type Case } from './cases';

// R's survival package on data that the field knows by heart, ties and all.

type Row = Readonly<Record<string, string>>;
const rowsOf = (path: string) =>
  Papa.parse<Row>(readFileSync(sharedData(path), 'utf8'), { header: true, skipEmptyLines: true }).data;
interface KmAnswer {
  readonly rmean_at: number;
  readonly table: Readonly<Record<string, { records: number; events: number; rmean: number }>>;
  readonly quantiles: { readonly 'log-log': Readonly<Record<string, Record<string, number | null>>> };
  readonly logrank: { readonly chisq: number; readonly log10p: number };
  readonly peto_rho1: { readonly chisq: number };
}
interface CoxAnswer {
  readonly efron: {
    readonly coef: Readonly<Record<string, number>>;
    readonly se: Readonly<Record<string, number>>;
    readonly loglik: readonly [number, number];
  };
}
const answers = (path: string) =>
  JSON.parse(readFileSync(sharedData(path), 'utf8')) as Readonly<Record<string, KmAnswer & CoxAnswer>>;

/** To the digits that the answer carries: about ten. */
const near = (actual: number, expected: number, what: string) =>
  expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)), what).toBeLessThan(1e-9);

const SETS = [
  { name: 'lung', file: 'lung.csv', t: 'time', event: (row: Row) => row['status'] === '1', group: (row: Row) => `sex${row['sex']}`, km: 'lung_sex_km.csv' },
  { name: 'rossi', file: 'rossi.csv', t: 'week', event: (row: Row) => row['arrest'] === '1', group: (row: Row) => `fin${row['fin']}`, km: 'rossi_fin_km.csv' },
  { name: 'waltons', file: 'waltons_dataset.csv', t: 'T', event: (row: Row) => Number(row['E']) === 1, group: (row: Row) => row['group'], km: 'waltons_group_km.csv' },
] as const; // prettier-ignore

for (const { name, file, t, event, group, km } of SETS) {
  oracle(`${name}: Kaplan-Meier, medians, restricted means and log-rank are R's`, () => {
    const groups = new Map<string, Case[]>();
    for (const row of rowsOf(`km_classics/${file}`)) {
      const own = groups.get(group(row)) ?? [];
      groups.set(group(row), [...own, { t: Number(row[t]), event: event(row) }]);
    }
    const answer = answers('km_classics/oracle/survival_results.json')[name];
    const expected = rowsOf(`km_classics/oracle/${km}`);
    const names = Object.keys(answer.table);
    for (const one of names) {
      const steps = kaplanMeier(countsOf(groups.get(one)!));
      const rows = expected.filter((row) => row['stratum'] === one);
      expect(steps.map((step) => step.t)).toEqual(rows.map((row) => Number(row['time'])));
      rows.forEach((row, at) => {
        expect([steps[at].atRisk, steps[at].events, steps[at].censored]).toEqual(
          ['n_risk', 'n_event', 'n_censor'].map((column) => Number(row[column])),
        );
        near(steps[at].survival, Number(row['surv']), `${one} ${row['time']}`);
        for (const [bound, column] of [
          ['low', 'lower_loglog'],
          ['high', 'upper_loglog'],
        ] as const)
          // prettier-ignore
          if (row[column] !== 'NA') near(steps[at][bound], Number(row[column]), `${one} ${row['time']} ${bound}`);
          else expect(steps[at][bound]).toBeNaN();
      });
      const { median, median_lower: low, median_upper: high } = answer.quantiles['log-log'][one];
      expect([
        medianOf(steps, (step) => step.survival),
        medianOf(steps, (step) => step.low),
        medianOf(steps, (step) => step.high),
      ]).toEqual([median, low, high].map((value) => value ?? NaN));
      const last = steps[steps.length - 1].t;
      if (last >= answer.rmean_at) near(restrictedMean(steps, answer.rmean_at), answer.table[one].rmean, `${one} mean`);
    }
    const sets = riskSets(names.map((one) => countsOf(groups.get(one)!)));
    const logrank = logRankTest(sets, 'logrank');
    near(logrank.statistic, answer.logrank.chisq, 'log-rank');
    near(logrank.log10, answer.logrank.log10p, 'log10 p');
    near(logRankTest(sets, 'peto').statistic, answer.peto_rho1.chisq, 'Peto');
  });
}

/** R ends its own steps once the likelihood changes by less than 1e-9 of itself. */
const COX = 1e-8;

/** Everybody with covariates of their own is a group. */
function coxOf(rows: readonly Row[], time: string, event: (row: Row) => boolean, x: (row: Row) => number[]) {
  const groups = new Map<string, { x: number[]; people: Case[] }>();
  for (const row of rows) {
    const own = x(row);
    const group = groups.get(own.join()) ?? { x: own, people: [] };
    group.people.push({ t: Number(row[time]), event: event(row) });
    groups.set(own.join(), group);
  }
  const all = [...groups.values()];
  return fitCox(
    riskSets(all.map(({ people }) => countsOf(people))),
    all.map((group) => group.x),
  )!;
}

oracle('rossi: Cox with seven covariates is R’s', () => {
  const names = ['fin', 'age', 'race', 'wexp', 'mar', 'paro', 'prio'];
  const { efron } = answers('km_classics/oracle/survival_results.json')['rossi_cox'];
  const fit = coxOf(
    rowsOf('km_classics/rossi.csv'),
    'week',
    (row) => row['arrest'] === '1',
    (row) => names.map((one) => Number(row[one])),
  );
  names.forEach((one, at) => {
    expect(Math.abs(fit.coefficients[at] - efron.coef[one]), one).toBeLessThan(COX);
    expect(Math.abs(fit.errors[at] - efron.se[one]), one).toBeLessThan(COX);
  });
  near(fit.logLikelihood[0], efron.loglik[0], 'at 0');
  near(fit.logLikelihood[1], efron.loglik[1], 'at the fit');
});

oracle('Telco: Cox with contract, charges and paperless billing is R’s', () => {
  const { efron } = answers('telco_churn/oracle/survival_results.json')['cox_contract_charges_payment'];
  const fit = coxOf(
    rowsOf('telco_churn/Telco-Customer-Churn.csv'),
    'tenure',
    (row) => row['Churn'] === 'Yes',
    (row) => [
      Number(row['Contract'] === 'One year'),
      Number(row['Contract'] === 'Two year'),
      Number(row['MonthlyCharges']),
      Number(row['PaperlessBilling'] === 'Yes'),
    ],
  );
  Object.keys(efron.coef).forEach((one, at) => {
    expect(Math.abs(fit.coefficients[at] - efron.coef[one]), one).toBeLessThan(COX);
    expect(Math.abs(fit.errors[at] - efron.se[one]), one).toBeLessThan(COX);
  });
});
