import type { TextColumn } from '../../domain/columns';
import { FIELDS, type ColumnMapping, type EachRow, type RoleMapping } from '../../domain/roles';
import type { ColumnProfile } from '../column-profile';
import type { Candidate } from '../guess-fields';
import type { RoleGuess } from '../guess-roles';
import { readFlag } from '../readers/flag';
import { readStage } from '../readers/stage';
import { wordsOf } from '../words';

/** A guess as a mapping file holds it: each column with how it is read, where its values alone do not say. */
export function mappingOfGuess(guess: RoleGuess, candidates: readonly Candidate[]): RoleMapping {
  const mapping: Record<string, ColumnMapping | EachRow | string> = {};
  for (const [field, type] of Object.entries(FIELDS[guess.role])) {
    const found = guess.fields[field];
    if (!found) continue;
    const { profile, column } = candidates[found.index];
    const details = {
      ...(type === 'day' ? formatDetail(profile) : {}),
      ...((profile.number?.marks === 'open' || profile.number?.marks === 'settled') &&
      (type === 'money' || type === 'number' || type === 'share')
        ? { decimal: profile.number.decimal }
        : {}),
      ...(field === 'tenure' ? { unit: tenureUnit(profile) } : {}),
      ...(type === 'stage' ? yesDetail(column) : {}),
      ...found.details,
    };
    mapping[field] = Object.keys(details).length > 0 ? { column: profile.name, ...details } : profile.name;
  }
  // Rows that name neither an order nor a customer are an order each.
  if (guess.role === 'transactions' && !guess.fields['order'] && !guess.fields['customer'])
    mapping['order'] = { each: 'row' };
  return mapping;
}

function formatDetail(profile: ColumnProfile): { format?: string } {
  const format = profile.dates[0]?.format;
  return format === undefined || format === 'YYYY-MM-DD' ? {} : { format };
}

/** By the header, else by size: nobody has been a customer for 130 years, or is counted in months for 11. */
function tenureUnit(profile: ColumnProfile): 'days' | 'weeks' | 'months' | 'years' {
  const words = wordsOf(profile.name).join(' ');
  if (/\b(?:days?|tage?)\b/.test(words)) return 'days';
  if (/\b(?:weeks?|wochen?)\b/.test(words)) return 'weeks';
  if (/\b(?:years?|jahre?n?)\b/.test(words)) return 'years';
  return /\b(?:months?|monate?n?)\b/.test(words) || (profile.number?.max ?? 0) <= 240 ? 'months' : 'days';
}

/** A yes/no column is a stage by the one word in it that means yes. */
function yesDetail(column: TextColumn): { yes?: string } {
  const used = column.values.filter((value) => value !== '');
  if (used.some((value) => readStage(value) !== null && readFlag(value) === null)) return {};
  const yes = used.find((value) => readFlag(value) === true);
  return yes === undefined ? {} : { yes };
}
