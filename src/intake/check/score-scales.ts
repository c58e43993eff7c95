import { isPromoterScale, scaleEnds } from '../../domain/answer-bands';
import type { RecordTable, TextColumn } from '../../domain/columns';
import type { Notice } from '../../domain/notices';
import type { ColumnMapping } from '../../domain/roles';
import type { RecordFile } from './assemble-records';
import { endsInHeader, scaleOfColumn } from '../understand/score-scale';

/**
 * The scale that a column of scores is read on: the mapping's, else the header's. Undefined where neither says it and the
 * answers of all files together tell it.
 */
export function statedScale(column: TextColumn, { column: header, scale }: ColumnMapping): string | undefined {
  if (scale !== undefined) return scale;
  const found = scaleOfColumn(header, column);
  return found.isFirm || found.scale === '0-100' ? found.scale : undefined;
}

/** From how many answers on a 0 that nobody gave says something. */
const ENOUGH_ANSWERS = 20;

/** What whoever brought answers should know of their scale. */
export function noticesOfScale(
  file: string,
  { column: header, scale }: ColumnMapping,
  { scoreScale, number }: RecordTable,
): Notice[] {
  const scores = number['score'];
  if (!scores || scores.length === 0) return [];
  const { min, max } = endsOf(scores);
  const about = { file, count: scores.length, column: header };
  const ends = scoreScale === undefined ? null : scaleEnds(scoreScale);
  const to = ends?.to ?? (min >= 1 && max <= 5 ? 5 : 10);
  if (!isPromoterScale(to)) {
    const from = ends?.from ?? 1;
    return [{ code: 'score_scale', ...about, values: [String(from), String(to)] }];
  }
  // Said outright, the scale begins at 0 whether anybody answered it or not.
  const isFromZero = scale !== undefined || endsInHeader(header) !== null;
  const isFromOne = ends?.from === 1 || (!isFromZero && min === 1 && max === 10 && scores.length >= ENOUGH_ANSWERS);
  return isFromOne ? [{ code: 'score_from_one', ...about }] : [];
}

function endsOf(scores: Float64Array): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const score of scores) {
    if (score < min) min = score;
    if (score > max) max = score;
  }
  return { min, max };
}

export interface SurveyFile extends RecordFile {
  /** The file, with its sheet where it has several. */
  readonly source: string;
}

/**
 * Answers on two scales cannot stand in one column: those of a Net Promoter Score stay, else those of the scale that most answers
 * are on, and the scores of the other files are left empty. A file that states no scale is read on the others' where it fits.
 */
export function keepOneScale(files: readonly SurveyFile[]): {
  readonly files: readonly SurveyFile[];
  readonly scale: string | undefined;
  readonly notices: readonly Notice[];
} {
  const scale = chosenScale(files);
  const ends = scale === undefined ? null : scaleEnds(scale);
  if (!ends) return { files, scale: undefined, notices: [] };
  const notices: Notice[] = [];
  const kept = files.map((file): SurveyFile => {
    const { records, source } = file;
    const scores = records.number['score'];
    const own = records.scoreScale === undefined ? null : scaleEnds(records.scoreScale);
    const fits = own ? own.to === ends.to : !scores || endsOf(scores).max <= ends.to;
    if (fits) return file;
    notices.push({
      code: 'several_score_scales',
      file: source,
      count: records.rows,
      values: [`${ends.from} to ${ends.to}`],
    });
    const number = { ...records.number, score: new Float64Array(records.rows).fill(NaN) };
    return { ...file, records: { ...records, number } };
  });
  return { files: kept, scale, notices };
}

function chosenScale(files: readonly SurveyFile[]): string | undefined {
  const answers = new Map<string, number>();
  for (const { records } of files)
    if (records.scoreScale !== undefined)
      answers.set(records.scoreScale, (answers.get(records.scoreScale) ?? 0) + records.rows);
  const isPromoters = (scale: string) => isPromoterScale(scaleEnds(scale)?.to ?? 0);
  const [first] = [...answers].sort(
    ([a, n], [b, m]) => Number(isPromoters(b)) - Number(isPromoters(a)) || m - n || (a < b ? -1 : 1),
  );
  return first?.[0];
}
