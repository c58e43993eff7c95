import { getDotPath, safeParse, type BaseIssue, type GenericSchema } from 'valibot';
import { AppError } from '../../../domain/errors';

const SHOWN = 60;

/** A value that is refused, as a sentence can hold it. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** `cannot be "soon"`, for a value that is not as it must be. @param rather what it may be */
export const cannotBe =
  (rather = '') =>
  ({ input }: BaseIssue<unknown>): string =>
    `cannot be ${shown(input)}${rather === '' ? '' : `: ${rather}`}`;

/** What is said where a schema says nothing of its own. */
function problemOf(issue: BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'unknown';
  return issue.path?.at(-1)?.origin === 'key' ? 'missing' : cannotBe()(issue);
}

/**
 * A part of a mapping file, as its schema has it. Throws `mapping-invalid` with the first place that is wrong
 * (`transactions.date.format`) and what is wrong there.
 * @param at where the part stands in the file
 */
export function parsePart<T>(schema: GenericSchema<unknown, T>, part: unknown, at = ''): T {
  const result = safeParse(schema, part, { abortEarly: true, message: problemOf });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const within = getDotPath(issue);
  const where = [at, within].filter(Boolean).join('.');
  throw new AppError('mapping-invalid', { where, problem: issue.message });
}
