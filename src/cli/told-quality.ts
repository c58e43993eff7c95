import { createFormatter } from '../domain/format';
import { sentenceOfNotice, type Notice } from '../domain/notices';
import { findingWords } from '../domain/quality-words';
import type { PlacedFinding } from '../engine/quality/quality';

/** What should be known of the data before their figures are believed, as a report writes it. */
export interface ToldQuality {
  readonly code: string;
  /** '' where all files are meant. */
  readonly file: string;
  readonly count: number;
  readonly sentence: string;
}

/**
 * Findings about the loaded rows and what was noticed on the way to them, in one list; the same that the Data page shows.
 * @param names of the dataset's files
 */
export function tellQuality(
  findings: readonly PlacedFinding[],
  notices: readonly Notice[],
  currency: string | null,
  names: readonly string[],
): ToldQuality[] {
  const format = createFormatter('en', currency);
  return [
    ...notices.map((notice) => ({
      code: notice.code,
      file: notice.file,
      count: notice.count,
      sentence: sentenceOfNotice(notice),
    })),
    ...findings.map(({ finding, places }) => {
      const { count, said, advice } = findingWords(finding, format);
      const [file, ...others] = new Set(places.map((place) => names[place.file]));
      return {
        code: finding.id,
        file: others.length === 0 ? (file ?? '') : '',
        count,
        sentence: `${said} ${advice}`,
      };
    }),
  ];
}
