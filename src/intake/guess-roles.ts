import type { Role } from '../domain/roles';
import { assignFields, type Assignment, type Candidate } from './guess-fields';

export interface RoleGuess {
  readonly role: Role;
  readonly fields: Assignment;
  /** 0 to 1: how surely the table plays this role. */
  readonly score: number;
}

/** Fields without which a role says nothing; any one of each inner list will do. */
const CORE: Readonly<Record<Role, readonly (readonly string[])[]>> = {
  transactions: [['amount', 'unit_price', 'quantity', 'product']],
  customers: [['customer', 'email']],
  contracts: [['customer'], ['tenure', 'start', 'churned']],
  interactions: [['customer'], ['date'], ['stage', 'channel', 'campaign']],
  spend: [['date'], ['channel'], ['amount']],
  surveys: [['score']],
  wallet: [['customer'], ['stated', 'share', 'rank']],
  targets: [['metric'], ['target']],
  deals: [['deal'], ['stage', 'status']],
};
const PERSON = [
  'name',
  'email',
  'phone',
  'postcode',
  'city',
  'region',
  'company',
  'birth_date',
  'segment',
  'acquired_on',
  'campaign',
];
const STAGE_DATES = ['aware_on', 'understands_on', 'considers_on', 'pre_sale_on', 'evaluates_on'];

/** The roles that a table plays, the main one first; empty when it plays none. */
export function guessRoles(candidates: readonly Candidate[]): RoleGuess[] {
  const assigned: { [R in Role]?: Assignment } = {};
  const fields = (role: Role) => (assigned[role] ??= assignFields(role, candidates));
  const profileOf = (assignment: Assignment, field: string) => candidates[assignment[field]?.index ?? -1]?.profile;
  const fills = (role: Role, assignment: Assignment) =>
    CORE[role].every((any) => any.some((field) => assignment[field]));
  const isKey = (assignment: Assignment) => profileOf(assignment, 'customer')?.unique === true;

  const spend = fields('spend');
  const transactions = fields('transactions');
  const targets = fields('targets');
  const customers = fields('customers');
  const keyed = isKey(customers);
  if (fills('targets', targets) && targets['metric'].score >= 0.7 && targets['target'].score >= 0.7)
    return [made('targets', targets, ['metric', 'target'])];

  const roles: RoleGuess[] = [];
  const survey = fields('surveys');
  const isSurvey = fills('surveys', survey) && survey['score'].score >= 0.55;
  const sells =
    isTransactions(transactions, keyed, candidates.length) &&
    fills('transactions', transactions) &&
    !(isSurvey && !transactions['order']);
  if (!sells && isSpend(spend, transactions)) return [made('spend', spend, ['date', 'channel', 'amount'])];
  if (sells) roles.push(made('transactions', transactions, ['customer', 'date', 'order']));
  if (isSurvey && !sells) roles.push(made('surveys', survey, ['score']));
  roles.push(...statesOf(candidates, sells, keyed, fields, fills));
  const others = roles.length > 0;
  if (!sells && isCustomers(customers, keyed, others, candidates.length))
    roles.push(made('customers', customers, ['customer']));
  return roles;
}

function isTransactions(fields: Assignment, keyed: boolean, columns: number): boolean {
  const { customer, date, order, product, quantity, amount, unit_price: price } = fields;
  const what = Math.max(...[amount, price, quantity, product].map((field) => field?.score ?? 0));
  if (order && order.score >= 0.5 && what >= 0.5) return true;
  if (!customer || !date) return false;
  // One row for each customer is a list of customers, unless the date is plainly that of a sale, and little else is told.
  const told = Object.keys(fields).length;
  return !keyed || (date.score >= 0.9 && (amount ?? price) !== undefined && (told >= 4 || told === columns));
}

/** Money for a channel and a time, and for nobody in particular. */
function isSpend(spend: Assignment, transactions: Assignment): boolean {
  return Boolean(
    spend['date'] &&
    spend['channel'] &&
    spend['amount'] &&
    !transactions['customer'] &&
    !transactions['order'] &&
    !transactions['product'],
  );
}

/** Roles that a list of customers may play beside. */
function statesOf(
  candidates: readonly Candidate[],
  sells: boolean,
  keyed: boolean,
  fields: (role: Role) => Assignment,
  fills: (role: Role, assignment: Assignment) => boolean,
): RoleGuess[] {
  const roles: RoleGuess[] = [];
  const contracts = fields('contracts');
  if (!sells && fills('contracts', contracts) && isContracts(contracts))
    roles.push(made('contracts', withoutTerm(contracts), ['customer', 'start', 'tenure']));
  const wallet = fields('wallet');
  if (!sells && fills('wallet', wallet)) roles.push(made('wallet', wallet, ['customer', 'stated', 'share', 'rank']));
  const touches = fields('interactions');
  const dateIsOwn = touches['date'] !== undefined && (!sells || isOwnDate(touches, fields('transactions')));
  if (roles.length === 0 && !keyed && fills('interactions', touches) && dateIsOwn && (!sells || touches['stage'])) {
    if (!fields('surveys')['score'] || sells) roles.push(made('interactions', touches, ['customer', 'date']));
  }
  return candidates.length > 1 ? roles : [];
}

const isOwnDate = (touches: Assignment, transactions: Assignment) =>
  touches['date'].index !== transactions['date']?.index;

/** Beside both days a number of months is the agreed term, not how long the contract has lasted. */
function withoutTerm(fields: Assignment): Assignment {
  if (!fields['start'] || !fields['ended_on']) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== 'tenure'));
}

function isContracts(fields: Assignment): boolean {
  const { start, end_of_term: term, ended_on: ended, tenure, churned } = fields;
  return Boolean((tenure && churned) || (start && (term || ended || churned)));
}

function isCustomers(fields: Assignment, keyed: boolean, others: boolean, columns: number): boolean {
  const person = [...PERSON, ...STAGE_DATES].filter((field) => fields[field]).length;
  if (!fields['customer'] && !fields['email']) return false;
  if (others) return keyed && (person > 0 || columns >= 6);
  return keyed ? columns > 1 : person >= 2;
}

function made(role: Role, fields: Assignment, main: readonly string[]): RoleGuess {
  const scores = main.flatMap((field) => (fields[field] ? [fields[field].score] : []));
  return { role, fields, score: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length) };
}
