import { NO_DAY } from '../domain/calendar';
import type { Dataset, TextColumn } from '../domain/columns';
import { compareUtf8 } from '../domain/keys';
import { customerOfRows, type CustomerKeys } from './customers';
import type { Facts, TouchFacts } from './facts';
import type { Scope } from './scope';

/** What a channel is called that nobody knows. */
export const UNKNOWN_CHANNEL = 'unknown';

/** The channels of contacts and of spend by their codes: 0 is unknown, the others follow by UTF-8 bytes. */
export function channelsOf({ records }: Dataset): readonly string[] {
  const named = new Set<string>();
  for (const column of [records.interactions?.text['channel'], records.spend?.text['channel']])
    column?.codes.forEach((code) => code >= 0 && named.add(column.values[code]));
  named.delete(UNKNOWN_CHANNEL);
  return [UNKNOWN_CHANNEL, ...[...named].sort(compareUtf8)];
}

/** The channel of each row; 0 where it is blank. */
export function channelOfRows(column: TextColumn | undefined, rows: number, channels: readonly string[]): Int32Array {
  if (!column) return new Int32Array(rows);
  const codes = new Map(channels.map((name, code) => [name, code]));
  const byCode = Int32Array.from(column.values, (name) => codes.get(name) ?? 0);
  return column.codes.map((code) => (code < 0 ? 0 : byCode[code]));
}

/** Dated contacts with a channel; null without a file of them. */
export function touchFacts(dataset: Dataset, keys: CustomerKeys, channels: readonly string[]): TouchFacts | null {
  const { interactions } = dataset.records;
  const date = interactions?.day['date'];
  if (!interactions?.text['channel'] || !date) return null;
  const named = interactions.text['channel'];
  const customer = customerOfRows(interactions.text['customer'], keys, interactions.rows);
  const channel = channelOfRows(named, interactions.rows, channels);
  const rows = Int32Array.from({ length: interactions.rows }, (_, row) => row).filter(
    (row) => customer[row] >= 0 && date[row] !== NO_DAY && named.codes[row] >= 0,
  );
  rows.sort((a, b) => customer[a] - customer[b] || date[a] - date[b] || channel[a] - channel[b]);
  return {
    count: rows.length,
    customer: rows.map((row) => customer[row]),
    day: rows.map((row) => date[row]),
    channel: rows.map((row) => channel[row]),
  };
}

/** Who gets the credit for a customer: the first contact, the last one, or all alike. */
export const TOUCH_MODELS = ['first', 'last', 'linear'] as const;

/** A part of the credit for a customer: `credit` of `touches` goes to the channel. */
export type Credit = (model: number, channel: number, credit: number, touches: number) => void;

/** Whether a customer was won in view: bought first inside the window. */
export function isWon({ customers }: Facts, scope: Scope, customer: number): boolean {
  const first = customers.firstDay[customer];
  if (!scope.customer[customer] || first === NO_DAY) return false;
  return !scope.windowed || (first >= scope.from && first <= scope.until);
}

/** Where the contacts of each customer begin. */
export function touchStarts({ touches, customers }: Facts): Int32Array {
  const starts = new Int32Array(customers.count + 1);
  touches?.customer.forEach((customer) => starts[customer + 1]++);
  for (let customer = 0; customer < customers.count; customer++) starts[customer + 1] += starts[customer];
  return starts;
}

/**
 * Shares the credit for a customer out, one call a model and channel: contacts up to the day of the first purchase count, of several on one
 * day the channel that comes first by UTF-8 bytes is first, and last. Without any the channel is unknown.
 */
export function creditsOf({ touches, customers }: Facts, starts: Int32Array, customer: number, visit: Credit): void {
  const first = customers.firstDay[customer];
  const from = starts[customer];
  let end = from;
  while (end < starts[customer + 1] && touches!.day[end] <= first) end++;
  if (end === from) {
    for (let model = 0; model < TOUCH_MODELS.length; model++) visit(model, 0, 1, 1);
    return;
  }
  const { channel, day } = touches!;
  let last = end - 1;
  while (last > from && day[last - 1] === day[end - 1]) last--;
  visit(0, channel[from], 1, 1);
  visit(1, channel[last], 1, 1);
  const seen = new Map<number, number>();
  for (let at = from; at < end; at++) seen.set(channel[at], (seen.get(channel[at]) ?? 0) + 1);
  for (const [one, count] of seen) visit(2, one, count, end - from);
}
