import { NO_DAY } from '../../domain/calendar';
import { SALE } from '../../domain/columns';
import { AS_WRITTEN, type TimeZone, type WrittenTimes } from '../../domain/time-zone';
import { likeliestFormat } from '../understand/profile-dates';
import { countsOf, IN_UTC, READ, readDays, type DayReadings } from '../values/read-columns';
import type { Kept } from './take-rows';
import type { MappedField } from './validate-fields';
import { groupOrders, type OrderGroups } from './order-groups';

/** A field of days with what was read of it. */
export interface ReadDays {
  readonly field: MappedField;
  readonly readings: DayReadings;
}

/** What a table's stamps say of where their clocks stand; null where none names an instant. */
export function writtenTimesOf(fields: readonly ReadDays[], zone: TimeZone = AS_WRITTEN): WrittenTimes | null {
  let [utc, offset, movedRows] = [0, 0, 0];
  for (const { field, readings } of fields) {
    const { instant } = readings;
    if (!instant) continue;
    const counts = countsOf(field.column);
    const written = writtenDays(field);
    for (let code = 0; code < instant.length; code++) {
      if (!instant[code] || !isMeant(readings, code)) continue;
      if (instant[code] === IN_UTC) utc += counts[code];
      else offset += counts[code];
      if (readings.day[code] !== written.day[code]) movedRows += counts[code];
    }
  }
  return utc + offset === 0 ? null : { utc, offset, zone, movedOrders: 0, movedRows };
}

/** The days of a field as they stand in the file. */
const writtenDays = ({ column, mapping }: MappedField): DayReadings =>
  readDays(column, mapping.format ?? likeliestFormat(column))!;

/** Read, and no typing error far from all other days. */
const isMeant = ({ day, state }: DayReadings, code: number): boolean => state[code] === READ && day[code] !== NO_DAY;

/** The lines of sales by which moved orders are counted. */
export interface SoldLines {
  readonly kept: Kept;
  /** SALE, RETURN or VOID of each kept line. */
  readonly kind: Uint8Array;
  readonly rows: number;
  readonly order: MappedField | undefined;
  readonly customer: MappedField | undefined;
  readonly isEachRow: boolean;
}

/** The same for sales, in orders: each is dated on its first sale line (METRICS.md rule 4). */
export function writtenTimesOfSales(date: ReadDays, lines: SoldLines, zone?: TimeZone): WrittenTimes | null {
  const times = writtenTimesOf([date], zone);
  return times && { ...times, movedRows: 0, movedOrders: times.movedRows === 0 ? 0 : movedOrders(date, lines) };
}

function movedOrders({ field, readings }: ReadDays, lines: SoldLines): number {
  const { kept, kind } = lines;
  const { orderOf, count } = groupsOf(field, lines);
  const written = writtenDays(field).day;
  const [before, after] = [new Float64Array(count).fill(Infinity), new Float64Array(count).fill(Infinity)];
  for (let i = 0; i < kind.length; i++) {
    const row = kept ? kept[i] : i;
    const code = field.column.codes[row];
    if (kind[i] !== SALE || code < 0 || !isMeant(readings, code)) continue;
    const order = orderOf[row];
    before[order] = Math.min(before[order], written[code]);
    after[order] = Math.min(after[order], readings.day[code]);
  }
  let moved = 0;
  for (let order = 0; order < count; order++) if (before[order] !== after[order]) moved++;
  return moved;
}

/** Without an order id, what a customer buys at one time is an order. */
function groupsOf(date: MappedField, { rows, order, customer, isEachRow }: SoldLines): OrderGroups {
  if (isEachRow) return groupOrders(rows, null, null);
  if (order) return groupOrders(rows, order.column, customer?.column ?? null);
  return groupOrders(rows, customer ? date.column : null, customer?.column ?? null);
}
