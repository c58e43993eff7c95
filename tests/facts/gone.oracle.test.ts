import { expect } from 'vitest';
import { goneDays, isGoneByContract } from '../../src/facts/gone';
import { rhythmOf } from '../../src/facts/rhythm';
import { factsOfFile, LINES } from '../metrics/support/real-data';
import { oracle, sharedData } from '../support/shared-data';

// Counted by hand from the definitions, or stated beside them.
oracle.each([['cdnow_sample', 'cdnow_sample/cdnowElog.csv', 'quarter', 304]] as const)(
  '%s: rhythm, and days without a purchase that mean gone',
  (source, file, rhythm, days) => {
    const facts = factsOfFile(sharedData(file), LINES[source]);
    expect([rhythmOf(facts), goneDays(facts), isGoneByContract(facts)]).toEqual([rhythm, days, false]);
  },
);
