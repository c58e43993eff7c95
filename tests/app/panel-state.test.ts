import { describe, expect, test } from 'vitest';
import {
  askedOptions,
  canOpen,
  choiceLists,
  isEmpty,
  offeredOptions,
  optionLists,
  ownerOfOption,
  phaseOf,
  shownColumns,
} from '../../src/app/panel/panel-state';
import { AppError } from '../../src/domain/errors';
import * as catalog from '../../src/metrics/catalog';
import type { AnyMetric } from '../../src/metrics/metric';

const curve: AnyMetric = catalog.value_curve;
const table = { customers: Float64Array.of(3), share: Float64Array.of(0.5) };

describe('the options that a panel asks with', () => {
  test('are those given, without values that the data do not carry', () => {
    const given = { value_curve: { by: 'contribution' } };
    expect(askedOptions(curve, given, {}, {})).toEqual({ by: 'contribution' });
    expect(askedOptions(curve, given, { by: ['profit', 'net'] }, {})).toEqual({});
  });
  test('are replaced by those that the panel fixes', () => {
    expect(askedOptions(curve, { value_curve: { by: 'net' } }, {}, { by: 'profit' })).toEqual({ by: 'profit' });
  });
});

describe('the options that a panel offers', () => {
  test('are all lists of words that it does not fix', () => {
    expect(offeredOptions(curve, {})).toContain('by');
    expect(offeredOptions(curve, { by: 'net' })).not.toContain('by');
  });
  test('hold the values that the data carry, and the default where nothing was set', () => {
    const [list] = optionLists(curve, ['by'], {}, { by: ['profit', 'net'] });
    expect(list.values.map(({ value }) => value).sort()).toEqual(['net', 'profit']);
    const { by } = curve.options;
    expect(list.value).toBe(by.type === 'one_of' ? by.values[0] : '');
  });
  test('leave out an option of a single value, and one that is no list of words', () => {
    expect(optionLists(curve, ['by'], {}, { by: ['profit'] })).toEqual([]);
    expect(optionLists(catalog.at_risk, ['within_days'], {}, {})).toEqual([]);
  });
});

describe('the choices about the picture that a panel offers', () => {
  const size = { label: 'size', words: { small: 'small', large: 'large' }, initial: 'small' };
  const values = (offered: (() => string[]) | undefined, width: number, of: typeof table | null = table) =>
    choiceLists({ choices: { size: { ...size, ...(offered && { offered }) } } }, { size: 'small' }, of, width).map(
      (list) => list.values.map(({ value }) => value),
    );
  test('are all of them while there is no table and no width', () => {
    expect(values(() => ['small'], 0)).toEqual([['small', 'large']]);
    expect(values(() => ['small'], 500, null)).toEqual([['small', 'large']]);
    expect(values(undefined, 500)).toEqual([['small', 'large']]);
  });
  test('are none where a single value makes sense for the table', () => {
    expect(values(() => ['small'], 500)).toEqual([]);
  });
  test('are none before the view has been fetched', () => {
    expect(choiceLists(null, {}, table, 500)).toEqual([]);
  });
});

describe('the phase of a panel', () => {
  const known = { error: null, answer: { table }, view: {}, viewError: null, isEmpty: false };
  test.each([
    ['error', { error: new AppError('worker-crashed', {}) }],
    ['waiting', { answer: null }],
    ['missing', { answer: { table: null } }],
    ['unfetched', { viewError: new AppError('part-missing', {}), view: null }],
    ['waiting', { view: null }],
    ['nothing', { isEmpty: true }],
    ['chart', {}],
  ] as const)('is %s when it knows %o', (phase, different) => {
    expect(phaseOf({ ...known, ...different })).toBe(phase);
  });
  test('is missing, whether or not the view has been fetched', () => {
    expect(phaseOf({ ...known, answer: { table: null }, view: null })).toBe('missing');
  });
});

describe('nothing to draw', () => {
  const definition = { table: { customers: 'count', share: 'share' } } as const;
  test('is a table without rows, or without anybody in any count', () => {
    expect(isEmpty(definition, null, { customers: Float64Array.of(), share: Float64Array.of() }, {})).toBe(true);
    expect(isEmpty(definition, null, { customers: Float64Array.of(0), share: Float64Array.of(NaN) }, {})).toBe(true);
    expect(isEmpty(definition, null, table, {})).toBe(false);
  });
  test('is what the view cannot draw', () => {
    expect(isEmpty(definition, { isEmpty: () => true }, table, {})).toBe(true);
  });
});

test('the table shows the columns that are there, without those for charts and findings', () => {
  const hiding = Object.values<AnyMetric>(catalog).find(({ hidden }) => hidden?.length)!;
  const whole = Object.fromEntries(Object.keys(hiding.table).map((name) => [name, Float64Array.of(1)]));
  expect(Object.keys(shownColumns(hiding, whole))).toEqual(
    Object.keys(hiding.table).filter((name) => !hiding.hidden!.includes(name)),
  );
  expect(shownColumns(hiding, null)).toEqual({});
});

test('without a chart only the parts that need no figures can be opened', () => {
  expect(
    (['Meaning', 'SQL', 'Table', 'Customers', 'Export'] as const).filter((part) => canOpen(part, 'nothing')),
  ).toEqual(['Meaning', 'SQL']);
  expect(canOpen('Export', 'chart')).toBe(true);
});

test('an option is set for the metric that is followed where that has it too', () => {
  expect(ownerOfOption(catalog.at_risk, 'lapse_days', catalog)).toBe('survival');
  expect(ownerOfOption(catalog.at_risk, 'within_days', catalog)).toBe('at_risk');
  expect(ownerOfOption(catalog.survival, 'lapse_days', catalog)).toBe('survival');
});
