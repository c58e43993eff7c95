import { expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import type { RoleReading } from '../../src/domain/import';
import { parseSettings, resolveBreakdowns, resolveHeaders } from '../../src/cli/report-options';
import * as catalog from '../../src/metrics/catalog';
import { givenOptions } from '../../src/metrics/metric';

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

test('the lapse, named under survival, is that of the lost; one of their own comes first', () => {
  const lost = (...settings: string[]) => givenOptions(catalog.lifecycle_flow, parseSettings(settings).metrics);
  expect(lost('survival.lapse_days=30', 'survival.by=Tarif')).toEqual({ lapse_days: 30 });
  expect(lost('survival.lapse_days=30', 'lifecycle_flow.lapse_days=60')).toEqual({ lapse_days: 60 });
  expect(() => parseSettings(['survival.lapse_days=soon'])).toThrow('wrong-usage');
});

test('a breakdown may name columns by their headers', () => {
  const roles: RoleReading[] = [{ role: 'contracts', mapping: { strategy: 'Bindung', customer: 'Nr' } }];
  const by = (setting: string) => resolveBreakdowns(parseSettings([setting]).metrics, roles);
  expect(by('survival.by=Bindung;Tarif')).toEqual({ survival: { by: 'strategy;Tarif' } });
  expect(by('lifecycle_funnel.by=Bindung')).toEqual({ lifecycle_funnel: { by: 'strategy' } });
  expect(by('value_quintiles.by=net')).toEqual({ value_quintiles: { by: 'net' } });
});

test('a filter of customers may name the key by its header, a cohort by its month, and a fifth', () => {
  const roles: RoleReading[] = [{ role: 'transactions', mapping: { customer: 'Kunden-Nr' } }];
  const resolved = (setting: string, headers: readonly string[] = []) =>
    resolveHeaders(parseSettings([`filter.customer.${setting}`]).filter, roles, new Set(headers));
  const clause = (field: string, ...values: string[]) => [{ kind: 'customer', field, values }];
  expect(resolved('Kunden-Nr=7')).toEqual(clause('customer', '7'));
  expect(resolved('cohort=2024-01;2024-02')).toEqual(clause('cohort_month', '24288', '24289'));
  expect(resolved('cohort_month=2024-01')).toEqual(clause('cohort_month', '24288'));
  expect(resolved('quintile=1')).toEqual(clause('value_quintile', '1'));
  expect(resolved('cohort=2024-01', ['cohort'])).toEqual(clause('cohort', '2024-01'));
});

test('a zone that stamps are moved to is one that is known', () => {
  expect(parseSettings(['workspace.time_zone=Europe/Berlin']).timeZone).toBe('Europe/Berlin');
  expect(parseSettings([]).timeZone).toBeUndefined();
  expect(() => parseSettings(['workspace.time_zone=Mars/Olympus'])).toThrow(/wrong-usage/);
  expect(() => parseSettings(['workspace.zone=UTC'])).toThrow(/wrong-usage/);
});
