import type { Role } from '../../domain/roles';
import { assignFields, type Assignment, type Candidate, type FieldGuess } from './guess-fields';
import { countsOf } from '../values/read-columns';
import { isKeyButForCopies } from './cross-checks';
import { orderByBlocks } from './order-by-blocks';
import type { Recipe } from './recipe';
import { detailsOf } from './recipe-details';
import { fieldsOfPurchases } from './sales-of-deals';
import { looksLikeStatus } from '../words/status-words';

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
  contracts: [['tenure', 'start', 'churned']],
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
/** A header that names its field, and not roughly. */
const NAMED = 0.7;
const STAGE_DATES = ['aware_on', 'understands_on', 'considers_on', 'pre_sale_on', 'evaluates_on'];

/** The roles that a table plays, the main one first; empty when it plays none. */
export function guessRoles(candidates: readonly Candidate[], recipe: Recipe | null = null): RoleGuess[] {
  if (recipe) return rolesOfRecipe(candidates, recipe);
  const assigned: { [R in Role]?: Assignment } = {};
  const fields = (role: Role) => (assigned[role] ??= assignFields(role, candidates));
  const fills = (role: Role, assignment: Assignment) =>
    CORE[role].every((any) => any.some((field) => assignment[field]));

  const spend = fields('spend');
  const transactions = withBlockOrder(fields('transactions'), candidates);
  assigned.transactions = transactions;
  const targets = fields('targets');
  const customers = fields('customers');
  const keyed = isKeyed(customers, candidates);
  if (fills('targets', targets) && targets['metric'].score >= 0.7 && targets['target'].score >= 0.7)
    return [made('targets', targets, ['metric', 'target'])];

  const roles: RoleGuess[] = [];
  const survey = fields('surveys');
  const isSurvey = fills('surveys', survey) && survey['score'].score >= 0.55;
  const deals = fields('deals');
  const areDeals = isDeals(deals, candidates);
  const stays = fields('contracts');
  const isOffer = !stays['customer'] && isOfGoods(transactions, stays);
  const signs = !areDeals && !transactions['order'] && !isOffer && isStays(stays);
  const sells =
    !areDeals &&
    !signs &&
    !(isSurvey && !transactions['order']) &&
    ((isTransactions(transactions, keyed, candidates.length) && fills('transactions', transactions)) ||
      (!isTouches(fields('interactions')) && isActivity(transactions, keyed, candidates)) ||
      (!isSpend(spend, transactions) && isUnnamedSale(transactions, customers, candidates)));
  if (!sells && !areDeals && isSpend(spend, transactions)) return [made('spend', spend, ['date', 'channel', 'amount'])];
  if (areDeals) roles.push(made('deals', deals, ['deal', 'stage']), purchasesOf(deals, candidates, transactions));
  if (sells) roles.push(made('transactions', transactions, ['customer', 'date', 'order']));
  if (isSurvey && !sells && !areDeals) roles.push(made('surveys', survey, ['score']));
  roles.push(...statesOf(candidates, sells || areDeals || isOffer, keyed, fields, fills));
  const others = roles.length > 0;
  const isOfOrders = !keyed && areHeads(transactions, customers);
  if (!sells && !areDeals && !isOfOrders && isCustomers(customers, keyed, others, candidates.length))
    roles.push(made('customers', customers, ['customer']));
  return roles;
}

/** Lines of sales whose order no header names may still show it in how they stand. */
function withBlockOrder(lines: Assignment, candidates: readonly Candidate[]): Assignment {
  if (lines['order'] || !(lines['unit_price'] ?? lines['amount'] ?? lines['quantity'])) return lines;
  const order = orderByBlocks(candidates);
  if (!order) return lines;
  const others = Object.entries(lines).filter(([, { index }]) => index !== order.index);
  return { ...Object.fromEntries(others), order };
}

/** Unique but for rows that are written twice. */
export function isKeyed(customers: Assignment, candidates: readonly Candidate[]): boolean {
  const key = customers['customer'];
  if (!key) return false;
  const { profile } = candidates[key.index];
  if (profile.unique) return true;
  const { rows, blank, distinct } = profile;
  if (distinct < 2 || distinct < 0.8 * (rows - blank)) return false;
  return isKeyButForCopies(
    candidates.map(({ column }) => column),
    key.index,
  );
}

/** What a known system writes fills the roles that it fills, as far as the values suit the fields. */
function rolesOfRecipe(candidates: readonly Candidate[], recipe: Recipe): RoleGuess[] {
  return (Object.keys(recipe.roles) as Role[]).flatMap((role) => {
    const fields = assignFields(role, candidates, recipe);
    const main = Object.keys(fields).slice(0, 3);
    if (!CORE[role].every((any) => any.some((field) => fields[field])) && role !== 'transactions') return [];
    if (role === 'transactions' && !fields['order'] && !(fields['customer'] && fields['date'])) return [];
    const cap = (one: Assignment) =>
      Object.fromEntries(
        Object.entries(one).map(([field, guess]) => {
          const details = detailsOf(recipe, role, guess, candidates);
          return [field, { ...guess, score: Math.min(1, guess.score), ...(details ? { details } : {}) }];
        }),
      );
    const guess = made(role, cap(fields), main);
    return role === 'deals' ? [guess, purchasesOf(guess.fields, candidates)] : [guess];
  });
}

/** One row a deal: a deal or opportunity by name, and a stage or status in which some are won. */
function isDeals(fields: Assignment, candidates: readonly Candidate[]): boolean {
  const state = wonIn(fields, candidates);
  if (!fields['deal'] || !state) return false;
  const speaks = candidates.some(({ profile }) =>
    /\b(?:deal|opportunity|opportunities|pipeline|verkaufschance|opportunidad|trattativa)/i.test(
      profile.name.replaceAll('_', ' '),
    ),
  );
  return speaks && Boolean(fields['customer'] ?? fields['company']);
}

/** The status, else the stage, by a word of which some deals were won. */
const wonIn = ({ status, stage }: Assignment, candidates: readonly Candidate[]): FieldGuess | undefined =>
  [status, stage].find((state) => {
    if (!state) return false;
    const { column } = candidates[state.index];
    const words = looksLikeStatus(column.values, countsOf(column), 'deal')?.words ?? [];
    return words.some(({ meaning }) => meaning === 'sale');
  });

/** The purchases that deals hold, with what their rows say of goods. */
function purchasesOf(deals: Assignment, candidates: readonly Candidate[], lines: Assignment = {}): RoleGuess {
  const customer = customerOfDeal(deals, candidates);
  const won = wonIn(deals, candidates) ?? deals['status'] ?? deals['stage'];
  const orZero = (amount: FieldGuess): FieldGuess => ({ ...amount, details: { blank: 'zero' } });
  const { product, category } = lines;
  const goods = { ...(product && { product }), ...(category && { category }) };
  const filled: Assignment = { ...goods, ...fieldsOfPurchases<FieldGuess>(deals, { customer, won }, orZero) };
  const fields = Object.fromEntries(Object.entries(filled).map(([field, guess]) => [field, { ...guess, field }]));
  return made('transactions', fields, ['customer', 'date', 'order']);
}

/** The contact, and on rows that name none the company. */
function customerOfDeal({ customer, company }: Assignment, candidates: readonly Candidate[]): FieldGuess | undefined {
  if (!customer || !company || customer.index === company.index) return customer ?? company;
  const { name } = candidates[company.index].profile;
  return { ...customer, details: { ...customer.details, else: name } };
}

/** A start and an end, of the same rows: a contract, whatever plan or product stands beside them. */
function isStays({ customer, start, ended_on: ended, end_of_term: term, churned, tenure }: Assignment): boolean {
  if (!customer && start && churned) return start.score >= 0.7 && churned.score >= 0.7;
  if (tenure && churned) return tenure.score >= 0.7 && churned.score >= 0.7;
  if (!customer && !ended) return false;
  return Boolean(
    start && (ended ?? term) && start.score >= 0.7 && Math.max(ended?.score ?? 0, term?.score ?? 0) >= 0.5,
  );
}

/** Pieces, goods or a day of their own: without a customer, a start and an end are those of an offer or a booking. */
function isOfGoods({ date, quantity, product }: Assignment, { start, ended_on: ended, end_of_term: term }: Assignment) {
  const days = [start, ended, term].map((field) => field?.index);
  return Boolean((date && !days.includes(date.index)) || (quantity?.score ?? 0) >= 0.5 || (product?.score ?? 0) >= 0.9);
}

/** Who was met when, and how or how far: contacts, and no log of purchases. */
const isTouches = ({ customer, date, stage, channel, campaign }: Assignment): boolean =>
  Boolean(customer && date && (stage ?? channel ?? campaign));

/** A log of who came when, and nothing else that would make it more. */
function isActivity({ customer, date }: Assignment, keyed: boolean, candidates: readonly Candidate[]): boolean {
  if (!customer || !date || keyed || candidates.length > 4) return false;
  return customer.score >= 0.5 && date.score >= 0.5 && candidates[customer.index].profile.distinct > 2;
}

/** Sales whose rows name nobody: money or pieces on a day. Each row is an order of its own. */
function isUnnamedSale(
  { customer, date, amount, unit_price: price, quantity }: Assignment,
  customers: Assignment,
  candidates: readonly Candidate[],
): boolean {
  const email = customers['email'];
  // One address on many rows is no list of people.
  const isOfPeople = email !== undefined && candidates[email.index].profile.distinct > 2;
  if (customer || isOfPeople || customers['birth_date'] || !date || date.score < 0.5) return false;
  return Math.max(amount?.score ?? 0, price?.score ?? 0, quantity?.score ?? 0) >= 0.5;
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

/** Orders by their number and day, of customers who come again: no list of customers, whatever is told of each. */
const areHeads = ({ order, date }: Assignment, { customer }: Assignment): boolean =>
  order !== undefined &&
  date !== undefined &&
  Math.min(order.score, date.score) >= NAMED &&
  order.index !== customer?.index;

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
  const { customer, start, end_of_term: term, ended_on: ended, tenure, churned } = fields;
  // Each row is a customer of its own, which only a start and an end that are plainly named tell of rows without a key.
  if (!customer) return isStays(fields);
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
