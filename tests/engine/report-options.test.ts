import { expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import { parseSettings } from '../../src/engine/report-options';

test('options of a metric, and the three kinds of filter', () => {
  const { metrics, filter } = parseSettings([
    'cohort_retention.unit=week',
    'cohort_retention.mode=on_or_after',
    'filter.customer.Segment=Consumer;Corporate',
    'filter.line.category=Furniture',
    'filter.from=2024-01-01',
    'filter.until=2024-06-30',
  ]);
  expect(metrics).toEqual({ cohort_retention: { unit: 'week', mode: 'on_or_after' } });
  expect(filter).toEqual([
    { kind: 'customer', field: 'Segment', values: ['Consumer', 'Corporate'] },
    { kind: 'line', field: 'category', values: ['Furniture'] },
    { kind: 'window', from: parseIsoDay('2024-01-01'), until: parseIsoDay('2024-06-30') },
  ]);
});

test('an attribute may have a dot, a value an equals sign', () => {
  expect(parseSettings(['filter.customer.A.B=x=y']).filter).toEqual([
    { kind: 'customer', field: 'A.B', values: ['x=y'] },
  ]);
});

test.each([
  'cohort_retention.units=week',
  'cohort_retention.unit=fortnight',
  'no_metric.unit=week',
  'filter.from=yesterday',
  'filter.everything=x',
  'cohort_retention',
  'lifecycle_funnel.window_days=-1',
])('"%s" is refused as wrong usage', (setting) => {
  expect(() => parseSettings([setting])).toThrow('wrong-usage');
});
