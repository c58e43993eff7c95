import type { Finding } from '../../src/metrics/metric';

/** A finding as it reads, with its n. */
export const said = (finding: Finding | null): string | null =>
  finding && `${finding.words.map((word) => (typeof word === 'string' ? word : word.strong)).join('')} [${finding.n}]`;
