import type { Formatter } from '../../domain/format';
import type { TimedProgress } from '../../session/remaining-time';

const STEPS = {
  reading: 'Reading',
  understanding: 'Understanding',
  checking: 'Checking',
  matching: 'Looking for the same customer in several records',
  loading: 'Counting',
  opening: 'Opening',
} as const;

export function timeLeft(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s left`;
  return `${Math.ceil(seconds / 60)} min left`;
}

/** `Reading sales.csv: 31 of 95 MB, 310,000 rows, 24 MB a second, 2 s left` */
export function progressWords(progress: TimedProgress | null, format: Formatter): string {
  if (!progress) return 'Opening…';
  const { step, file, done, total, rows, remaining, elapsed } = progress;
  const amount = step === 'reading' && total > 0 ? `${format.bytes(done)} of ${format.bytes(total)}` : '';
  const counted = rows > 0 ? format.plural(rows, 'row') : '';
  const rate = step === 'reading' && elapsed >= 1 && done > 0 ? `${format.bytes(done / elapsed)} a second` : '';
  const parts = [amount, counted, rate, timeLeft(remaining)].filter(Boolean).join(', ');
  return `${STEPS[step]}${file ? ` ${file}` : ''}${parts ? `: ${parts}` : ''}`;
}
