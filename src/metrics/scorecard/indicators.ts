export type CapabilityStage = 'acquisition' | 'retention' | 'growth';
export type Level = 'operations' | 'management' | 'intelligence';
export const STAGES: readonly CapabilityStage[] = ['acquisition', 'retention', 'growth'];
export const LEVELS: readonly Level[] = ['operations', 'management', 'intelligence'];

/** What a value is counted in: `share` is a fraction, `points` run from -100 to 100. */
export type Unit = 'count' | 'money' | 'share' | 'points' | 'number';

export interface Indicator {
  readonly id: string;
  /** In a manager's words. */
  readonly label: string;
  readonly stage: CapabilityStage;
  readonly level: Level;
  readonly unit: Unit;
  readonly needs: readonly string[];
  /** Other words by which a targets file may call it. */
  readonly words: readonly string[];
  /** Set where less is better. */
  readonly lessIsBetter?: true;
  /** Compares a year with the one before it, so that a value takes two. */
  readonly takesTwo?: true;
}

const BOUGHT = ['transactions.customer', 'transactions.date'];
const PAID = [...BOUGHT, 'transactions.amount'];

/** One indicator for each capability: nine, by stage and level. Their places here are their codes in the base columns. */
export const INDICATORS: readonly Indicator[] = [
  {
    id: 'new_customers',
    label: 'New customers',
    stage: 'acquisition',
    level: 'operations',
    unit: 'count',
    needs: BOUGHT,
    words: ['customers won', 'neukunden', 'neue kunden', 'acquired customers'],
  },
  {
    id: 'cac',
    label: 'Cost to win one',
    stage: 'acquisition',
    level: 'management',
    unit: 'money',
    needs: [...BOUGHT, 'spend.amount'],
    words: ['customer acquisition cost', 'acquisition cost', 'cost per customer', 'akquisitionskosten'],
    lessIsBetter: true,
  },
  {
    id: 'known_contact',
    label: 'Won through a known contact',
    stage: 'acquisition',
    level: 'intelligence',
    unit: 'share',
    needs: [...BOUGHT, 'interactions.channel'],
    words: ['known channel', 'attribution', 'attributed customers'],
  },
  {
    id: 'active_customers',
    label: 'Customers who bought',
    stage: 'retention',
    level: 'operations',
    unit: 'count',
    needs: BOUGHT,
    words: ['customers', 'active', 'aktive kunden', 'kunden', 'buyers'],
  },
  {
    id: 'kept',
    label: 'Kept from the year before',
    stage: 'retention',
    level: 'management',
    unit: 'share',
    needs: BOUGHT,
    words: [
      'retention',
      'retention rate',
      'kept customers',
      'repeat rate',
      'kundenbindung',
      'wiederkaufsrate',
      'bindungsrate',
    ],
    takesTwo: true,
  },
  {
    id: 'nps',
    label: 'Net Promoter Score',
    stage: 'retention',
    level: 'intelligence',
    unit: 'points',
    needs: ['surveys.score'],
    words: ['net promoter score', 'promoter score', 'weiterempfehlung'],
  },
  {
    id: 'net_sales',
    label: 'Net sales of known customers',
    stage: 'growth',
    level: 'operations',
    unit: 'money',
    needs: PAID,
    words: ['net', 'sales', 'revenue', 'umsatz', 'nettoumsatz', 'turnover'],
  },
  {
    id: 'net_per_customer',
    label: 'Net sales per customer',
    stage: 'growth',
    level: 'management',
    unit: 'money',
    needs: PAID,
    words: ['sales per customer', 'revenue per customer', 'umsatz pro kunde', 'umsatz je kunde', 'arpu'],
  },
  {
    id: 'categories_per_customer',
    label: 'Categories per customer',
    stage: 'growth',
    level: 'intelligence',
    unit: 'number',
    needs: [...BOUGHT, 'transactions.category'],
    words: ['categories', 'cross selling', 'cross sell', 'kategorien je kunde', 'products per customer'],
  },
];

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const byWords = new Map(
  INDICATORS.flatMap((indicator, code) =>
    [indicator.id, indicator.label, ...indicator.words].map((words) => [plain(words), code] as const),
  ),
);
/** The code of the indicator that a targets file means; -1 for none. */
export const indicatorNamed = (text: string): number => byWords.get(plain(text)) ?? -1;

export const indicatorLabel = (id: string): string => INDICATORS.find((one) => one.id === id)?.label ?? id;

/** The stage that a text means: the four of the cycle, or the text itself. */
export function stageNamed(text: string): string {
  const word = plain(text);
  if (/acqui|akquis|gewinn|neukund/.test(word)) return 'acquisition';
  if (/retent|bind|halt|loyal/.test(word)) return 'retention';
  if (/grow|wachs|cross|ausbau/.test(word)) return 'growth';
  return /select|auswahl/.test(word) ? 'selection' : text.trim();
}

export function levelNamed(text: string): string {
  const word = plain(text);
  if (/operat|gesch/.test(word)) return 'operations';
  if (/manage|steuer|führ/.test(word)) return 'management';
  return /intell|wissen|analy/.test(word) ? 'intelligence' : text.trim();
}
