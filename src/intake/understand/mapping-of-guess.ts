import type { TextColumn } from '../../domain/columns';
import { FIELDS, type ColumnMapping, type EachRow, type RoleMapping } from '../../domain/roles';
import type { ColumnProfile } from './column-profile';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { readFlag } from '../values/flag';
import { readStage } from '../values/stage';
import { unitOfTenure } from './tenure-unit';

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
      ...(field === 'tenure' ? { unit: unitOfTenure(candidates[found.index], guess.fields, candidates).unit } : {}),
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

/** A yes/no column is a stage by the one word in it that means yes. */
function yesDetail(column: TextColumn): { yes?: string } {
  const used = column.values.filter((value) => value !== '');
  if (used.some((value) => readStage(value) !== null && readFlag(value) === null)) return {};
  const yes = used.find((value) => readFlag(value) === true);
  return yes === undefined ? {} : { yes };
}
