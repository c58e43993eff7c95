import { NO_DAY } from '../../domain/calendar';
import type { Reading } from './read-fields';
import type { FaultLog } from './validate-fields';

/** Marks contracts whose days contradict each other, or that have lasted less than nothing (METRICS.md rule 16). */
export function markContradictions(readings: readonly Reading[], faults: FaultLog): void {
  const named = (name: string) => readings.find(({ field }) => field.field === name);
  const start = named('start');
  for (const end of [named('ended_on'), named('end_of_term')]) {
    if (start?.kind === 'day' && end?.kind === 'day') markBefore(start, end, faults);
  }
  const tenure = named('tenure');
  if (tenure?.kind === 'number') {
    const isNegative = tenure.byCode.map((value) => (value < 0 ? 1 : 0));
    if (!isNegative.includes(1)) return;
    const kind = faults.kind(tenure.field, 'negative tenure');
    tenure.field.column.codes.forEach((code, row) => code >= 0 && isNegative[code] && faults.mark(row, kind));
  }
}

type DayReading = Extract<Reading, { kind: 'day' }>;

function markBefore(start: DayReading, end: DayReading, faults: FaultLog): void {
  const kind = faults.kind(end.field, 'ends before it starts');
  const [begins, ends] = [start.field.column.codes, end.field.column.codes];
  for (let row = 0; row < ends.length; row++) {
    const from = begins[row] < 0 ? NO_DAY : start.byCode[begins[row]];
    const until = ends[row] < 0 ? NO_DAY : end.byCode[ends[row]];
    if (from !== NO_DAY && until !== NO_DAY && until < from) faults.mark(row, kind);
  }
}
