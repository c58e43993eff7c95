import { NO_DAY } from '../../domain/calendar';
import { SALE } from '../../domain/columns';
import { bandOf, DETRACTOR, PROMOTER } from '../../facts/answer-bands';
import { scanAnswers } from '../../facts/answers';
import type { Facts } from '../../facts/facts';
import { lineInView, type Scope } from '../../facts/scope';
import { isWon, touchStarts } from '../../facts/touches';
import { defineComputation, type Kernel, type Members, type QueryTables } from '../metric';
import { capabilityPortfolio, scorecard } from './definition';
import { derive, derivePortfolio } from './derive';
import { INDICATORS } from './indicators';
import { periodsOf, type Period } from './periods';
import sql from './query.sql?raw';

function tables(facts: Facts, scope: Scope): QueryTables {
  const periods = periodsOf(facts, scope);
  return {
    scorecard_years: {
      period: periods.map((_, period) => period),
      from_day: periods.map(({ from }) => from),
      until_day: periods.map(({ until }) => until),
    },
  };
}

/** What one year holds; masks have one entry a customer. */
interface YearFigures {
  readonly active: Uint8Array;
  readonly won: Uint8Array;
  /** Won, with a contact up to the day of the first purchase. */
  readonly known: Uint8Array;
  readonly answering: Uint8Array;
  answers: number;
  /** Promoters less detractors. */
  balance: number;
  net: number;
  /** Categories that customers hold, each once a customer. */
  held: number;
  paid: number;
}

/** The years in view, the latest first. */
function yearsOf(facts: Facts, scope: Scope): YearFigures[] {
  const periods = periodsOf(facts, scope);
  const mask = () => new Uint8Array(facts.customers.count);
  const years = periods.map((): YearFigures => ({
    active: mask(),
    won: mask(),
    known: mask(),
    answering: mask(),
    answers: 0,
    balance: 0,
    net: 0,
    held: 0,
    paid: 0,
  }));
  const yearOf = (day: number): number => periods.findIndex(({ from, until }: Period) => day >= from && day <= until);
  if (years.length === 0) return years;
  countWon(facts, scope, years, yearOf);
  countBought(facts, scope, years, yearOf);
  countAnswers(facts, scope, years, yearOf);
  facts.spend?.day.forEach((day, row) => {
    const year = scope.windowed && (day < scope.from || day > scope.until) ? -1 : yearOf(day);
    if (year >= 0 && scope.unknown) years[year].paid += facts.spend!.amount[row];
  });
  return years;
}

function countWon(facts: Facts, scope: Scope, years: YearFigures[], yearOf: (day: number) => number): void {
  const { firstDay, count } = facts.customers;
  const starts = touchStarts(facts);
  for (let c = 0; c < count; c++) {
    const year = isWon(facts, scope, c) ? yearOf(firstDay[c]) : -1;
    if (year < 0) continue;
    years[year].won[c] = 1;
    // Contacts stand by day: the first one tells.
    if (starts[c] < starts[c + 1] && facts.touches!.day[starts[c]] <= firstDay[c]) years[year].known[c] = 1;
  }
}

function countBought(facts: Facts, scope: Scope, years: YearFigures[], yearOf: (day: number) => number): void {
  const { customers, orders, lines } = facts;
  const { day, net, kind } = lines;
  const category = lines.category?.codes;
  const seen = years.map(() => new Set<number>());
  for (let c = 0; c < customers.count; c++) {
    if (!scope.customer[c]) continue;
    for (const set of seen) set.clear();
    for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++) {
      const bought = scope.purchase[order] && orders.day[order] !== NO_DAY ? yearOf(orders.day[order]) : -1;
      if (bought >= 0) years[bought].active[c] = 1;
      for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
        const year = lineInView(facts, scope, line) && day[line] !== NO_DAY ? yearOf(day[line]) : -1;
        if (year >= 0) years[year].net += net[line];
        const isHeld = bought >= 0 && kind[line] === SALE && (!scope.line || scope.line[line]);
        if (isHeld && category && category[line] >= 0) seen[bought].add(category[line]);
      }
    }
    seen.forEach((set, year) => (years[year].held += set.size));
  }
}

function countAnswers(facts: Facts, scope: Scope, years: YearFigures[], yearOf: (day: number) => number): void {
  const { answers } = facts;
  if (answers?.scale !== 10) return;
  scanAnswers(facts, scope, (at) => {
    const year = yearOf(answers.day[at]);
    if (year < 0) return;
    const band = bandOf(answers.score[at], 10);
    years[year].answers++;
    years[year].balance += band === PROMOTER ? 1 : band === DETRACTOR ? -1 : 0;
    if (answers.customer[at] >= 0) years[year].answering[answers.customer[at]] = 1;
  });
}

/** Who stands behind an indicator in a year: the mask of customers. */
function peopleBehind(years: readonly YearFigures[], code: number, period: number): Uint8Array {
  const { active, won, known, answering } = years[period];
  const kept = active.map((value, c) => value & years[period + 1].active[c]);
  return [won, won, known, active, kept, answering, active, active, active][code];
}

const count = (mask: Uint8Array) => mask.reduce((sum, value) => sum + value, 0);

/** Part and whole of every indicator in the latest two years. */
const kernel: Kernel<typeof scorecard> & Kernel<typeof capabilityPortfolio> = (facts, scope) => {
  const years = yearsOf(facts, scope);
  const rows: number[][] = [];
  for (const code of INDICATORS.keys()) {
    for (let period = 0; period < years.length - 1; period++) {
      const { balance, answers, net, held, paid, ...masks } = years[period];
      const [won, active] = [count(masks.won), count(masks.active)];
      const before = count(years[period + 1].active);
      const people = count(peopleBehind(years, code, period));
      const [part, whole] = [
        [won, 1],
        [paid, scope.unknown ? won : 0],
        [count(masks.known), won],
        [active, 1],
        [people, before],
        [balance, answers],
        [net, 1],
        [net, active],
        [held, active],
      ][code];
      rows.push([code, period, part, whole, people]);
    }
  }
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return { indicator: column(0), period: column(1), part: column(2), whole: column(3), people: column(4) };
};

/** Customers behind the value of an indicator in the latest year; nobody behind what is not measured. */
const members: Members<typeof scorecard> & Members<typeof capabilityPortfolio> = (facts, scope, _options, row) => {
  const code = INDICATORS.findIndex(({ id }) => id === row['metric']);
  const years = yearsOf(facts, scope);
  if (code < 0 || years.length === 0 || Number.isNaN(Number(row['value']))) return new Int32Array(0);
  const mask = peopleBehind(years, code, 0);
  return Int32Array.from(mask.keys()).filter((customer) => mask[customer] === 1);
};

const shared = { sql, kernel, members, tables };
export default defineComputation(scorecard, { ...shared, derive });
export const portfolio = defineComputation(capabilityPortfolio, { ...shared, derive: derivePortfolio });
