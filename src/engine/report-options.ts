import { parseIsoDay } from '../domain/calendar';
import { AppError } from '../domain/errors';
import type { Filter, FilterClause } from '../domain/filter';
import type { RoleReading } from '../domain/import';
import { columnOf } from '../domain/roles';
import { catalog, type MetricId } from '../metrics/catalog';
import type { AnyOptions, OptionSpec } from '../metrics/metric';

/** Options of metrics that the contract names and this version does not compute: accepted, so that one command line serves all. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  basket_rules: ['item', 'min_support', 'min_confidence', 'max_items'],
  survival: ['by', 'source', 'lapse_days', 'tau'],
  clv: ['model', 'calibration_end', 'horizon_weeks', 'yearly_discount'],
  feedback: ['by'],
};

export interface ReportOptions {
  readonly metrics: Readonly<Partial<Record<MetricId, AnyOptions>>>;
  readonly filter: Filter;
}

export const wrongUsage = (message: string): AppError => new AppError('wrong-usage', { message });

/** Reads `metric.option=value` and `filter.customer.ATTRIBUTE=a;b` settings. Throws `wrong-usage`. */
export function parseSettings(settings: readonly string[]): ReportOptions {
  const metrics: Partial<Record<MetricId, AnyOptions>> = {};
  const clauses: FilterClause[] = [];
  for (const setting of settings) {
    const match = /^([^=]+?)=(.*)$/s.exec(setting);
    if (!match) throw wrongUsage(`--set wants name=value, not "${setting}"`);
    const [, name, value] = match;
    if (name.startsWith('filter.')) clauses.push(filterClause(name.slice('filter.'.length), value));
    else setOption(metrics, name, value);
  }
  return { metrics, filter: mergeWindows(clauses) };
}

function filterClause(name: string, value: string): FilterClause {
  if (name === 'from' || name === 'until') {
    const day = parseIsoDay(value);
    if (day === null) throw wrongUsage(`filter.${name} wants a day such as 2024-01-31, not "${value}"`);
    return { kind: 'window', from: name === 'from' ? day : null, until: name === 'until' ? day : null };
  }
  const [kind, ...rest] = name.split('.');
  const field = rest.join('.');
  if ((kind !== 'customer' && kind !== 'line') || !field) throw wrongUsage(`unknown option filter.${name}`);
  return { kind, field, values: value.split(';') };
}

const mergeWindows = (clauses: readonly FilterClause[]): Filter => {
  const windows = clauses.filter((clause) => clause.kind === 'window');
  if (windows.length === 0) return clauses;
  const from = windows.find((clause) => clause.from !== null)?.from ?? null;
  const until = windows.find((clause) => clause.until !== null)?.until ?? null;
  return [...clauses.filter((clause) => clause.kind !== 'window'), { kind: 'window', from, until }];
};

function setOption(metrics: Partial<Record<MetricId, AnyOptions>>, name: string, value: string): void {
  const [metric, option, ...more] = name.split('.');
  const definition = (catalog as Readonly<Record<string, (typeof catalog)[MetricId] | undefined>>)[metric];
  if (!definition) {
    if (RESERVED[metric]?.includes(option) && more.length === 0) return;
    throw wrongUsage(`unknown option ${name}`);
  }
  const spec = (definition.options as Readonly<Record<string, OptionSpec | undefined>>)[option];
  if (!spec || more.length > 0) throw wrongUsage(`unknown option ${name}`);
  const id = metric as MetricId;
  metrics[id] = { ...metrics[id], [option]: optionValue(name, spec, value) };
}

export function optionValue(name: string, spec: OptionSpec, value: string): string | number {
  if (spec.type === 'text') return value;
  if (spec.type === 'one_of') {
    if (!spec.values.includes(value)) throw wrongUsage(`${name} is one of ${spec.values.join(', ')}, not "${value}"`);
    return value;
  }
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < spec.min || number > spec.max)
    throw wrongUsage(`${name} is a whole number from ${spec.min} to ${spec.max}, not "${value}"`);
  return number;
}

/**
 * Lets a filter name a column by its header in the file where the mapping gave it to a field: `filter.line.Kategorie`
 * becomes `category`. Headers of columns that no field claims are attributes, and stand as they are.
 */
export function resolveHeaders(filter: Filter, roles: readonly RoleReading[]): Filter {
  return filter.map((clause) => {
    if (clause.kind === 'window') return clause;
    const role = clause.kind === 'line' ? 'transactions' : 'customers';
    const mapped = roles
      .filter((reading) => reading.role === role)
      .flatMap((reading) => Object.entries(reading.mapping))
      .find(([, mapping]) => columnOf(mapping)?.column === clause.field);
    return mapped ? { ...clause, field: mapped[0] } : clause;
  });
}
