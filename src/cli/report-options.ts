import { monthOfDay, parseIsoDay } from '../domain/calendar';
import { isDecimal } from '../domain/decimal';
import { AppError } from '../domain/errors';
import type { Filter, FilterClause } from '../domain/filter';
import type { RoleReading } from '../domain/import';
import { splitNames } from '../domain/name-list';
import { columnOf, type Role } from '../domain/roles';
import { DEFAULT_RULES, MOST_GONE_DAYS, parseGoneAfter, parsePeriod, type WorkspaceRules } from '../domain/rhythm';
import { isTimeZone, type TimeZone } from '../domain/time-zone';
import { DEAL_CUSTOMERS, type DealCustomer } from '../intake/understand/sales-of-deals';
import * as catalog from '../metrics/catalog';
import type { MetricId } from '../metrics/metric-id';
import type { AnyOptions, OptionSpec } from '../metrics/metric';

export interface ReportOptions {
  readonly metrics: Readonly<Partial<Record<MetricId, AnyOptions>>>;
  readonly filter: Filter;
  /** Where stamps that name an instant are moved to; left out, they keep the day that is written in them. */
  readonly timeZone?: TimeZone;
  /** How periods and leaving are told. */
  readonly rules?: WorkspaceRules;
  /** Who is the customer of a deal, where somebody says it. */
  readonly dealCustomer?: DealCustomer;
}

export const wrongUsage = (message: string): AppError => new AppError('wrong-usage', { message });

/**
 * Reads `metric.option=value`, `workspace.time_zone=value` (`period`, `gone_after`), `deals.customer=company` and `filter.customer.ATTRIBUTE=a;b` settings.
 * Throws `wrong-usage`.
 */
export function parseSettings(settings: readonly string[]): ReportOptions {
  const metrics: Partial<Record<MetricId, AnyOptions>> = {};
  const clauses: FilterClause[] = [];
  let timeZone: TimeZone | undefined;
  let dealCustomer: DealCustomer | undefined;
  let rules = DEFAULT_RULES;
  for (const setting of settings) {
    const match = /^([^=]+?)=(.*)$/s.exec(setting);
    if (!match) throw wrongUsage(`--set wants name=value, not "${setting}"`);
    const [, name, value] = match;
    if (name === DEAL_CUSTOMER) dealCustomer = dealCustomerOf(value);
    else if (name.startsWith('filter.')) clauses.push(filterClause(name.slice('filter.'.length), value));
    else if (name === 'workspace.time_zone') timeZone = timeZoneNamed(value);
    else if (name === 'workspace.gone_after') rules = { ...rules, goneAfter: goneAfterNamed(value) };
    else if (name === 'workspace.period') rules = { ...rules, period: periodNamed(value) };
    else setOption(metrics, name, value);
  }
  return {
    metrics,
    filter: mergeWindows(clauses),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(dealCustomer ? { dealCustomer } : {}),
    ...(rules === DEFAULT_RULES ? {} : { rules }),
  };
}

function timeZoneNamed(value: string): TimeZone {
  if (isTimeZone(value)) return value;
  throw wrongUsage(`workspace.time_zone is as_written or a zone such as Europe/Berlin, not "${value}"`);
}

function goneAfterNamed(value: string): WorkspaceRules['goneAfter'] {
  const rule = parseGoneAfter(value);
  if (rule !== null) return rule;
  throw wrongUsage(
    `workspace.gone_after is auto, contract, pooled_gaps or days from 1 to ${MOST_GONE_DAYS}, not "${value}"`,
  );
}

function periodNamed(value: string): WorkspaceRules['period'] {
  const period = parsePeriod(value);
  if (period !== null) return period;
  throw wrongUsage(`workspace.period is auto, week, month, quarter or year, not "${value}"`);
}

const DEAL_CUSTOMER = 'deals.customer';

function dealCustomerOf(value: string): DealCustomer {
  const known = DEAL_CUSTOMERS.find((one) => one === value);
  if (!known) throw wrongUsage(`${DEAL_CUSTOMER} is one of ${DEAL_CUSTOMERS.join(', ')}, not "${value}"`);
  return known;
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
  return { kind, field, values: splitNames(value) };
}

const mergeWindows = (clauses: readonly FilterClause[]): Filter => {
  const windows = clauses.filter((clause) => clause.kind === 'window');
  if (windows.length === 0) return clauses;
  const from = windows.findLast((clause) => clause.from !== null)?.from ?? null;
  const until = windows.findLast((clause) => clause.until !== null)?.until ?? null;
  return [...clauses.filter((clause) => clause.kind !== 'window'), { kind: 'window', from, until }];
};

function setOption(metrics: Partial<Record<MetricId, AnyOptions>>, name: string, value: string): void {
  const [metric, option, ...more] = name.split('.');
  const definition = (catalog as Readonly<Record<string, (typeof catalog)[MetricId] | undefined>>)[metric];
  if (!definition) throw wrongUsage(`unknown option ${name}`);
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
  if (spec.type === 'day') {
    const day = parseIsoDay(value);
    if (day === null) throw wrongUsage(`${name} wants a day such as 2024-01-31, not "${value}"`);
    return day;
  }
  const number = Number(value);
  if (spec.type === 'decimal') {
    if (!isDecimal(value) || number < spec.min || number > spec.max)
      throw wrongUsage(`${name} is a number from ${spec.min} to ${spec.max}, not "${value}"`);
    return value;
  }
  if (!/^\d+$/.test(value) || number < spec.min || number > spec.max)
    throw wrongUsage(`${name} is a whole number from ${spec.min} to ${spec.max}, not "${value}"`);
  return number;
}

/** Names under which METRICS.md speaks of what the whole file fixes, where no file has a column of that name. */
const FACET_WORDS: Readonly<Record<string, string>> = {
  cohort: 'cohort_month',
  quintile: 'value_quintile',
  segment: 'rfm_segment',
};

/**
 * Lets a filter name a column by its header in the file where the mapping gave it to a field: `filter.line.Kategorie`
 * becomes `category`. Headers of columns that no field claims are attributes, and stand as they are. A cohort is written
 * as its month.
 * @param headers those of all files
 */
export function resolveHeaders(
  filter: Filter,
  roles: readonly RoleReading[],
  headers: ReadonlySet<string> = new Set(),
): Filter {
  return filter.map((clause) => {
    if (clause.kind === 'window') return clause;
    if (clause.kind === 'line')
      return { ...clause, field: fieldOf(clause.field, roles, ['transactions']) ?? clause.field };
    const isTaken = headers.has(clause.field) || roles.some(({ mapping }) => Object.hasOwn(mapping, clause.field));
    const word = isTaken ? clause.field : (FACET_WORDS[clause.field] ?? clause.field);
    const isKey = roles.some(({ mapping }) => columnOf(mapping['customer'])?.column === word);
    const field = fieldOf(word, roles, ['customers', 'contracts']) ?? (isKey ? 'customer' : word);
    return { ...clause, field, values: field === 'cohort_month' ? clause.values.map(cohortValue) : clause.values };
  });
}

/**
 * Lets a breakdown name columns by their headers in the file, as a filter may: `survival.by=Vertragsart` becomes
 * `survival.by=strategy` where the mapping says so.
 */
export function resolveBreakdowns(
  metrics: ReportOptions['metrics'],
  roles: readonly RoleReading[],
): ReportOptions['metrics'] {
  const resolved = (by: string) =>
    by
      .split(';')
      .map((name) => fieldOf(name, roles, ['customers', 'contracts']) ?? name)
      .join(';');
  return Object.fromEntries(
    Object.entries(metrics).map(([id, options]) => {
      const by = catalog[id as MetricId].options as Readonly<Record<string, OptionSpec | undefined>>;
      const isText = by['by']?.type === 'text' && typeof options['by'] === 'string';
      return [id, isText ? { ...options, by: resolved(options['by'] as string) } : options];
    }),
  );
}

/** The field that a header was given to in one of these roles. */
const fieldOf = (header: string, roles: readonly RoleReading[], played: readonly Role[]): string | undefined =>
  played
    .flatMap((role) => roles.filter((reading) => reading.role === role))
    .flatMap((reading) => Object.entries(reading.mapping))
    .find(([, mapping]) => columnOf(mapping)?.column === header)?.[0];

/** `2024-01` as the number of its month, by which cohorts are filtered. */
function cohortValue(value: string): string {
  const first = /^\d{4}-\d{2}$/.test(value) ? parseIsoDay(`${value}-01`) : null;
  return first === null ? value : String(monthOfDay(first));
}
