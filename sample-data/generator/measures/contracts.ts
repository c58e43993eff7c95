import { addMonths } from '../foundations/calendar';

export interface ContractSpell {
  start: number;
  /** The last day of the minimum term; null for month-to-month contracts. */
  endOfTerm: number | null;
  endedOn: number | null;
}

export interface HazardCell {
  monthsFromEnd: number;
  atRisk: number;
  ended: number;
}

/**
 * Month 0 is the month after the end: the days from the day after the end of term to the same day a month later.
 * A contract is at risk in a month that it enters alive and that the observation covers whole.
 */
export function cliffOf(
  spells: readonly ContractSpell[],
  observedUntil: number,
  months: { from: number; to: number },
): HazardCell[] {
  const cells: HazardCell[] = [];
  for (let monthsFromEnd = months.from; monthsFromEnd <= months.to; monthsFromEnd++) {
    const cell = { monthsFromEnd, atRisk: 0, ended: 0 };
    for (const { start, endOfTerm, endedOn } of spells) {
      if (endOfTerm === null) continue;
      const opens = addMonths(endOfTerm + 1, monthsFromEnd);
      const closes = addMonths(endOfTerm + 1, monthsFromEnd + 1);
      const isSeen = opens >= start && closes - 1 <= observedUntil && (endedOn === null || endedOn >= opens);
      if (!isSeen) continue;
      cell.atRisk++;
      if (endedOn !== null && endedOn < closes) cell.ended++;
    }
    cells.push(cell);
  }
  return cells;
}

/** The hazard in the month after the end over the mean of the six months before it. */
export function cliffRatio(spells: readonly ContractSpell[], observedUntil: number): number {
  const hazards = cliffOf(spells, observedUntil, { from: -6, to: 0 }).map((cell) => cell.ended / cell.atRisk);
  const after = hazards.pop() ?? 0;
  return after / (hazards.reduce((sum, hazard) => sum + hazard, 0) / hazards.length);
}

/** Kaplan-Meier survival in days since the start, at the days asked for. */
export function survivalAt(spells: readonly ContractSpell[], observedUntil: number, days: readonly number[]): number[] {
  const tenures = spells.map((spell) => ({
    tenure: (spell.endedOn ?? observedUntil) - spell.start,
    hasEnded: spell.endedOn !== null,
  }));
  const ends = [...new Set(tenures.filter((one) => one.hasEnded).map((one) => one.tenure))].sort(
    (one, other) => one - other,
  );
  return days.map((day) => {
    let survival = 1;
    for (const end of ends.filter((candidate) => candidate <= day)) {
      const atRisk = tenures.filter((one) => one.tenure >= end).length;
      const ended = tenures.filter((one) => one.hasEnded && one.tenure === end).length;
      survival *= 1 - ended / atRisk;
    }
    return survival;
  });
}
