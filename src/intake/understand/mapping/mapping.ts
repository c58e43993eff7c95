import { custom, is, nullish } from 'valibot';
import { ROLES, type Mapping, type Role, type RoleMapping } from '../../../domain/roles';
import { AS_WRITTEN, isTimeZone, TIME_ZONE_KEY, type TimeZone } from '../../../domain/time-zone';
import type { Treatments } from '../../../domain/treatment';
import { openObject, plainObject } from '../../../schema/objects';
import type { Understanding } from '../guess-mapping';
import { mappingFile } from './mapping-schema';
import { cannotBe, parsePart } from './parse-part';
import { treatmentsFile } from './parse-treatment';

/**
 * What was understood, as a mapping file holds it (METRICS.md section 3). A mapping has one entry for each role: where two
 * files play the same role under different headers, the first file's stands.
 */
export function mappingOf(understandings: readonly Understanding[]): Mapping {
  const found = new Map<Role, RoleMapping>();
  for (const { roles } of understandings)
    for (const { role, mapping } of roles) if (!found.has(role)) found.set(role, mapping);
  return Object.fromEntries(ROLES.flatMap((role) => (found.has(role) ? [[role, found.get(role)!]] : [])));
}

/** Checks a mapping file. Throws `mapping-invalid` with the place (`transactions.date.format`) and what is wrong there. */
export const parseMapping = (json: unknown): Mapping => parsePart(mappingFile, json);

/** How the rows of each role are to be treated, from the same mapping file. Throws as `parseMapping` does. */
export const parseTreatments = (json: unknown): Treatments => parsePart(treatmentsFile, json);

const zone = custom<TimeZone>(
  (written) => typeof written === 'string' && isTimeZone(written),
  cannotBe('as_written or a zone such as "Europe/Berlin"'),
);
const zoneFile = openObject({ [TIME_ZONE_KEY]: nullish(zone, AS_WRITTEN) }, 'not an object');

export const saysTimeZone = (json: unknown): boolean => is(plainObject(), json) && json[TIME_ZONE_KEY] !== undefined;

/** `as_written` where the mapping file says nothing. Throws as `parseMapping` does. */
export const parseTimeZone = (json: unknown): TimeZone => parsePart(zoneFile, json)[TIME_ZONE_KEY];
