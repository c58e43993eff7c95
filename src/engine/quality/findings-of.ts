import { ROLES } from '../../domain/roles';
import type { LoadedData } from '../../intake/load/validate-choices';
import { findQuality, type PlacedFinding } from './quality';

/** What the loaded rows themselves say: the same for the page and for a report. */
export function findingsOf({ brought, origins, treatments, duplicates, duplicatePlaces }: LoadedData): PlacedFinding[] {
  const found = ROLES.map((role) => ({
    role,
    rows: duplicates[role] ?? 0,
    merged: treatments[role]?.duplicates === 'merge',
    places: duplicatePlaces[role] ?? [],
  }));
  return findQuality(
    brought,
    origins.map((origin) => origin.savedOn),
    found,
  );
}
