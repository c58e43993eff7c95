import { BUYING_GROUPS, sumCells, type Balance, type Group, type State } from './balance';

export const netBefore = (balance: Balance): number => sumCells(balance, 'netBefore');
export const netNow = (balance: Balance): number => sumCells(balance, 'netNow');

/** A part of the change in net sales, and whose it is. */
export interface BridgeStep {
  readonly id: 'stopped' | 'kept' | 'back' | 'new' | 'away';
  readonly name: string;
  readonly change: number;
  readonly customers: number;
  readonly groups: readonly Group[];
  readonly states: readonly State[];
}

const STEPS: readonly Pick<BridgeStep, 'id' | 'name' | 'groups' | 'states'>[] = [
  { id: 'stopped', name: 'Stopped', groups: BUYING_GROUPS, states: ['stopped'] },
  { id: 'kept', name: 'Kept', groups: BUYING_GROUPS, states: ['same', 'grew'] },
  { id: 'back', name: 'Won back', groups: ['away'], states: ['back'] },
  { id: 'new', name: 'New', groups: ['new'], states: ['new'] },
  { id: 'away', name: 'Away', groups: ['away'], states: ['away'] },
];

/**
 * What changed, by what became of the customers: the steps add up to the change exactly. Steps of nobody
 * are left out; those who are away stand among them only by their returns.
 */
export function bridgeSteps(balance: Balance): BridgeStep[] {
  return STEPS.map((step) => {
    const where = { group: step.groups, state: step.states };
    return {
      ...step,
      change: sumCells(balance, 'netNow', where) - sumCells(balance, 'netBefore', where),
      customers: sumCells(balance, 'customers', where),
    };
  }).filter(({ id, change, customers }) => change !== 0 || (customers > 0 && id !== 'away'));
}
