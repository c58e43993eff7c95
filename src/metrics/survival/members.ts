import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import { lengthOf, scanStays } from '../../facts/stays';
import type { Members, TableRow } from '../metric';
import type { survival, survivalSummary, survivalTests } from './definition';
import { stratify, type Options, type Stratified } from './stratify';
import { T_SCALE, stratumName, valuesOf } from './strata';

/** Those at risk at a time of a stratum, who left at it, or who were lost from view at it. */
export const members: Members<typeof survival> = (facts, scope, options, row, column) => {
  const t = Math.round(Number(row['t']) * T_SCALE);
  return staying(facts, scope, options, row, (entry, last, ended) => {
    if (column === 'at_risk') return entry <= t && t <= last;
    return last === t && (column === 'events') === (ended === 1);
  });
};

/** All of a stratum, or those of them who left. */
export const summaryMembers: Members<typeof survivalSummary> = (facts, scope, options, row, column) =>
  staying(facts, scope, options, row, (_entry, _last, ended) => column === 'n' || ended === 1);

/** Tests list nobody. */
export const testMembers: Members<typeof survivalTests> = () => new Int32Array(0);

function staying(
  facts: Facts,
  scope: Scope,
  options: Options,
  row: TableRow,
  isListed: (entry: number, last: number, ended: number) => boolean,
): Int32Array {
  const stratified = stratify(facts, options);
  const { stays, strata } = stratified;
  const wanted = stratumNamed(stratified, String(row['stratum']));
  const found: number[] = [];
  scanStays(stays, scope, (customer, entry, last, ended) => {
    if (strata[customer] !== wanted) return;
    if (isListed(lengthOf(stays, entry), lengthOf(stays, last), ended)) found.push(customer);
  });
  return Int32Array.from(found);
}

/** The code of a stratum by its name; -1 for one that there is not. */
function stratumNamed({ strata, columns }: Stratified, name: string): number {
  if (columns.length === 0) return 0;
  const texts = columns.map(({ values }) => values);
  return [...new Set(strata)].find((code) => stratumName(valuesOf(code, texts)) === name) ?? -1;
}
