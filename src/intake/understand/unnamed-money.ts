import type { Candidate } from './guess-fields';
import { countsOf } from '../values/read-columns';
import { wordsOf } from '../words/words';
import { isExcluded } from '../words/exclusions';
import type { ChosenFields, MoneyAlternative, MoneyChoice, MoneyTable } from './money-table';

/** Not more columns are offered. */
const MOST = 3;
/** This part of the values is written with two decimals. */
const USUAL = 0.6;

/** What sums are called in most languages: whole numbers may be money, too. */
const SAYS_SUM = /^(?:tot|sum|betrag|bedrag|montant|import|valor|kwota|amount)/;

/** Sales without any money, though a column is written as money is: whether it is, is asked before a figure says 0. */
export function withUnnamedMoney(money: MoneyChoice, table: MoneyTable): MoneyChoice {
  const { fields } = money;
  if (fields['amount'] ?? fields['unit_price'] ?? fields['order_total']) return money;
  const taken = new Set([...table.blocked, ...Object.values(fields).map(({ index }) => index)]);
  const columns = table.candidates.filter((one) => !taken.has(one.index) && isWrittenAsMoney(one)).slice(0, MOST);
  if (columns.length === 0) return money;
  const readings = columns.flatMap((candidate) => readingsOf(candidate, fields));
  const none = { answer: 'none', label: 'None: there is no money', fields };
  const ask: MoneyAlternative = {
    code: 'amount_column',
    column: columns[0].profile.name,
    readings: [none, ...readings],
  };
  return { fields, alternatives: [...money.alternatives, ask] };
}

function readingsOf({ index, profile: { name } }: Candidate, fields: ChosenFields) {
  const guess = { index, score: 0.3 };
  const whole = { answer: name, label: name, fields: { ...fields, amount: guess } };
  if (!fields['quantity']) return [whole];
  return [
    whole,
    { answer: `quantity x ${name}`, label: `Quantity x ${name}`, fields: { ...fields, unit_price: guess } },
  ];
}

function isWrittenAsMoney({ profile, column }: Candidate): boolean {
  if (profile.number === null || profile.distinct < 3) return false;
  if (profile.type !== 'decimal' && !wordsOf(profile.name).some((word) => SAYS_SUM.test(word))) return false;
  if (isExcluded('amount', wordsOf(profile.name))) return false;
  const counts = countsOf(column);
  const used = column.values.filter((value, code) => counts[code] > 0 && value !== '');
  if (used.some((value) => /[.,]\d{3,}\D*$/.test(value) && !/^\D*\d{1,3}(?:[.,]\d{3})+\D*$/.test(value))) return false;
  if (profile.type !== 'decimal') return true;
  return used.filter((value) => /[.,]\d\d\D*$/.test(value)).length >= USUAL * used.length;
}
