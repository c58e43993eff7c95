import { balanceOf } from '../read/balance';
import { tableId } from '../../domain/import';
import { NO_DAY } from '../../domain/calendar';
import type { RecordTable, Rejection, TextColumn } from '../../domain/columns';
import type { Notice } from '../../domain/notices';
import { FIELDS, type FieldType, type Role, type RoleMapping } from '../../domain/roles';
import { noticesOfKeys } from './key-notices';
import { nameCustomers } from './name-customers';
import type { TimeZone } from '../../domain/time-zone';
import { markContradictions } from './contradictions';
import { planOpenDeals } from './open-deals';
import { listFarDays, noticesOfDays } from './read-mapped-days';
import { noticesOfScale, statedScale } from './score-scales';
import { writtenTimesOf } from './written-times';
import { noticesOfStages } from './unknown-stages';
import type { RawTable } from '../read/raw-table';
import { readField, type Reading } from './read-fields';
import { fingerprintRows, takeKey, takeNumbers, takeText } from './take-rows';
import {
  FaultLog,
  attributesOf,
  listLeftEmpty,
  locateFields,
  requireFields,
  type ValidatedFile,
} from './validate-fields';

export type RecordRole = Exclude<Role, 'transactions'>;

export interface ValidatedRecords extends ValidatedFile {
  readonly role: RecordRole;
  readonly records: RecordTable;
}

/** Of each inner list one field must be mapped, or the file says nothing in that role. */
const NEEDED: Readonly<Record<RecordRole, readonly (readonly string[])[]>> = {
  customers: [['customer', 'email', 'phone', 'name']],
  contracts: [['start', 'tenure']],
  interactions: [['customer'], ['date']],
  spend: [['date'], ['amount']],
  surveys: [['score']],
  wallet: [['customer'], ['stated', 'share', 'rank']],
  targets: [['metric'], ['target']],
  deals: [['stage', 'status', 'closed']],
};
/** Fields without which a row is of no use. All others are left empty where they cannot be read. */
const ESSENTIAL: { readonly [R in RecordRole]?: readonly string[] } = {
  interactions: ['date'],
  spend: ['date', 'amount'],
  surveys: ['score'],
};

export function validateRecords(
  table: RawTable,
  role: RecordRole,
  mapping: RoleMapping,
  fileIndex: number,
  zone?: TimeZone,
): ValidatedRecords {
  const fields = locateFields(table, role, mapping);
  requireFields(table, role, new Set(fields.keys()), NEEDED[role]);
  // How long a customer has stayed says nothing about leaving without whether he left.
  if (role === 'contracts' && !fields.has('start')) requireFields(table, role, new Set(fields.keys()), [['churned']]);
  const types = FIELDS[role] as Readonly<Record<string, FieldType>>;
  const readings = [...fields.values()].map((field) => readField(role, field, types[field.field], zone));
  const faults = new FaultLog(table, role);
  for (const reading of readings) if (ESSENTIAL[role]?.includes(reading.field.field)) markEssential(reading, faults);
  const key = role === 'customers' ? nameCustomers(table, fields, faults) : null;
  if (role === 'contracts') markContradictions(readings, faults);
  const kept = faults.kept();
  const rejections = faults.rejections();
  const rows = kept?.length ?? table.rows;
  const text: Record<string, TextColumn> = {};
  const day: Record<string, Int32Array> = {};
  const number: Record<string, Float64Array> = {};
  const leftEmpty: Rejection[] = [];
  const notices: Notice[] = [];
  for (const reading of readings) {
    const { field, states } = reading;
    for (const left of listLeftEmpty(table, field, states, kept, ['', '', reading.wrong, '', 'too large']))
      leftEmpty.push(left);
    if (reading.kind === 'day') {
      leftEmpty.push(...listFarDays(table, field, reading.meant, kept));
      notices.push(...noticesOfDays(table, field, reading.meant));
    }
    if (reading.kind === 'text') text[field.field] = reading.take(kept);
    else if (reading.kind === 'day')
      day[field.field] = takeNumbers(field.column, kept, reading.byCode, new Int32Array(rows), NO_DAY);
    else number[field.field] = takeNumbers(field.column, kept, reading.byCode, new Float64Array(rows), NaN);
  }
  if (role === 'deals') planOpenDeals(text, day);
  const line = kept ? Int32Array.from(kept, (row) => table.line[row]) : table.line.slice(0, table.rows);
  if (key) text['customer'] = takeKey(key, kept);
  if (role === 'contracts' && !fields.has('customer')) text['customer'] = customerOfEachRow(tableId(table), line);
  const score = role === 'surveys' ? fields.get('score') : undefined;
  const scale = score && statedScale(score.column, score.mapping);
  const records: RecordTable = {
    role,
    rows,
    file: new Int32Array(rows).fill(fileIndex),
    line,
    text,
    day,
    number,
    attributes: attributesOf(table, fields, (column) => takeText(column, kept)),
    ...(fields.has('tenure') ? { tenureUnit: fields.get('tenure')!.mapping.unit ?? 'months' } : {}),
    ...(scale ? { scoreScale: scale } : {}),
  };
  const days = readings.flatMap((reading) =>
    reading.kind === 'day' ? [{ field: reading.field, readings: reading.meant.readings }] : [],
  );
  const times = writtenTimesOf(days, zone);
  return {
    role,
    records,
    source: tableId(table),
    balance: balanceOf(table, role, rejections),
    rejections,
    leftEmpty,
    suspicious: faults.suspicious(),
    notices: [
      ...notices,
      ...noticesOfKeys(table, role, fields),
      ...(score ? noticesOfScale(tableId(table), score.mapping, records) : []),
      ...readings.flatMap((reading) => noticesOfStages(tableId(table), reading, types)),
    ],
    ...(times ? { times } : {}),
    fingerprints: fingerprintRows(table, kept),
  };
}

/** Contracts that name no customer are of one each (METRICS section 2), known by the table and the line. */
const customerOfEachRow = (table: string, line: Int32Array): TextColumn => ({
  codes: line.map((_, i) => i),
  values: Array.from(line, (at) => `${table}:${at}`),
});

function markEssential({ field, states, wrong }: Reading, faults: FaultLog): void {
  if (field.field === 'score') {
    const kind = faults.kind(field, 'blank or off the scale');
    faults.markStates(field, states, [0, kind, kind]);
    return;
  }
  const blank = faults.kind(field, field.field === 'date' ? 'blank date' : 'blank amount');
  faults.markStates(field, states, [0, blank, faults.kind(field, wrong), 0, faults.kind(field, 'amount too large')]);
}
