import type { Role } from './roles';

/** Roles in the user's words, and the word for a table that was joined to another. */
export const ROLE_NAMES: Readonly<Record<Role | 'joined', string>> = {
  joined: 'joined to another table',
  transactions: 'transactions',
  customers: 'customers',
  contracts: 'contracts',
  interactions: 'contacts and campaigns',
  spend: 'marketing spend',
  surveys: 'survey answers',
  wallet: 'what customers spend elsewhere',
  targets: 'targets',
  deals: 'deals',
};

/** Names of fields whose snake_case name is not a word that users know. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  'transactions.amount': 'amount of the line',
  'transactions.unit_price': 'price of one',
  'transactions.channel': 'sales channel',
  'transactions.cancelled': 'cancelled or returned',
  'transactions.order': 'order number',
  'transactions.status': 'what became of it',
  'transactions.document_type': 'kind of row (sale, refund)',
  'transactions.order_discount': 'discount of the whole order',
  'transactions.order_refund': 'money given back of the whole order',
  'transactions.order_total': 'total of the whole order',
  'customers.channel': 'channel that won them',
  'customers.campaign': 'campaign that won them',
  'customers.email': 'e-mail address',
  'customers.stage': 'stage now',
  'customers.aware_on': 'first heard of us on',
  'customers.understands_on': 'understood our offer on',
  'customers.considers_on': 'considered us on',
  'customers.pre_sale_on': 'pre-sale began on',
  'customers.evaluates_on': 'evaluated us on',
  'customers.sources': 'a second list of customers, or one in which somebody is twice',
  'contracts.start': 'start of the contract',
  'contracts.tenure': 'time as a customer',
  'contracts.churned': 'has left',
  'contracts.strategy': 'reward or penalty',
  'contracts.fee': 'fee of one billing',
  'contracts.interval': 'how often it is billed',
  'contracts.reason': 'reason for leaving',
  'deals.deal': 'deal number',
  'deals.customer': 'contact',
  'deals.opened': 'opened on',
  'deals.closed': 'closed on',
  'deals.expected': 'expected to close on',
  'deals.status': 'won, lost or open',
  'deals.reason': 'reason lost',
  'interactions.stage': 'type or stage of contact',
  'wallet.stated': 'stated yearly spend with everyone',
  'wallet.share': 'our share of it',
  'wallet.rank': 'our rank among suppliers',
  'wallet.suppliers': 'number of suppliers',
};

export const fieldName = (role: string, field: string): string =>
  FIELD_NAMES[`${role}.${field}`] ?? field.replaceAll('_', ' ');
