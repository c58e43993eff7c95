import type { Formatter } from '../../domain/format';

/** A value as it is read: `£42.80`, `61.3%`, `+22`. '' where there is none. */
export function valueWords(value: number, unit: string, format: Formatter): string {
  if (Number.isNaN(value)) return '';
  if (unit === 'money') return format.money(value * 10_000);
  if (unit === 'share') return format.share(value);
  if (unit === 'points') return format.signed(value);
  return format.number(value, Number.isInteger(value) ? 0 : 2);
}

export const STATUS_WORDS: Readonly<Record<string, string>> = {
  met: 'met',
  missed: 'missed',
  no_target: 'no target',
  not_measured: 'not measured',
};
/** A sign beside the word, so that colour is never alone. */
export const STATUS_SIGNS: Readonly<Record<string, string>> = {
  met: '●',
  missed: '○',
  no_target: '',
  not_measured: '',
};

export const STAGE_NAMES: Readonly<Record<string, string>> = {
  selection: 'Selection',
  acquisition: 'Acquisition',
  retention: 'Retention',
  growth: 'Growth',
};
export const LEVEL_NAMES: Readonly<Record<string, string>> = {
  operations: 'Operations',
  management: 'Management',
  intelligence: 'Intelligence',
};
