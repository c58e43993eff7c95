// Writes a report of every real file that has a reference beside this checkout, and lets the reference's own compare.py
// say what differs (it wants python3 with pandas). tests/cli/reference.oracle.test.ts holds the same without Python.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasSharedData, sharedData } from '../support/shared-data-path.mjs';
import { root } from './paths.mjs';

const superstore = `${sharedData('superstore_us/derived/Sample - Superstore (LibreOffice).xlsx')}#Orders`;
const groceries = ['--transactions', sharedData('groceries/groceries_long.csv')];
/** @type {Record<string, string[]>} */
const REPORTS = {
  cdnow_sample: ['--transactions', sharedData('cdnow_sample/cdnowElog.csv')],
  online_retail_eu: ['--transactions', sharedData('online_retail_eu/online_retail_non_uk.csv')],
  superstore_us_xlsx: ['--transactions', superstore],
  superstore_us_de: ['--transactions', sharedData('superstore_us/derived/orders_de_semicolon_cp1252.csv')],
  superstore_us_csv: ['--transactions', sharedData('superstore_us/Sample - Superstore.csv')],
  superstore_us_filtered: [
    ...['--transactions', superstore, '--set', 'basket_rules.item=category'],
    ...['--set', 'filter.customer.Segment=Consumer', '--set', 'filter.line.category=Furniture;Technology'],
  ],
  rfm_orders: ['--transactions', sharedData('rfm_orders/rfm_data_orders.csv')],
  rfm_orders_each_row: ['--transactions', sharedData('rfm_orders/rfm_data_orders.csv')],
  telco_churn: ['--contracts', sharedData('telco_churn/Telco-Customer-Churn.csv'), '--set', 'survival.by=Contract'],
  nps_sfo2017: ['--surveys', sharedData('nps_sfo2017/fact_survey.csv')],
  groceries,
  groceries_rules_001_50: [
    ...groceries,
    '--set',
    'basket_rules.min_support=0.001',
    '--set',
    'basket_rules.min_confidence=0.5',
    '--set',
    'basket_rules.max_items=10',
  ],
};

if (!hasSharedData) {
  console.error('The real data is not beside this checkout.');
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), 'perennial-reference-'));
let differ = 0;
for (const [name, args] of Object.entries(REPORTS)) {
  const reference = sharedData(`reference/${name}`);
  const out = path.join(folder, name);
  const map = path.join(reference, 'mapping.json');
  const report = spawnSync(
    process.execPath,
    [
      path.join(root, 'tests/tools/headless.mjs'),
      'report',
      ...args,
      ...(existsSync(map) ? ['--map', map] : []),
      '--out',
      out,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (report.status !== 0) differ++;
  withLongerNames(path.join(out, 'kpi_tree.csv'));
  const { stdout, stderr } = spawnSync('python3', [sharedData('reference/compare.py'), reference, out], {
    encoding: 'utf8',
  });
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line && !/missing in B|only in B/.test(line));
  if (lines.some((line) => /DIFFERS|Error|\d+ of \d+ equal/.test(line) && !agrees(line))) differ++;
  console.log(`== ${name}\n${lines.join('\n')}`);
}
console.log(
  differ === 0
    ? '\nEvery table of every metric that is built agrees.'
    : `\n${differ} of ${Object.keys(REPORTS).length} reports differ.`,
);
process.exitCode = differ === 0 ? 0 : 1;

/**
 * The reference calls the parts of a change by longer names than the contract does.
 * @param {string} file
 */
function withLongerNames(file) {
  if (!existsSync(file)) return;
  const [short, long] = [
    'contribution_orders,contribution_items,contribution_price',
    'contribution_orders_per_customer,contribution_items_per_order,contribution_price_per_item',
  ];
  writeFileSync(file, readFileSync(file, 'utf8').replace(short, long));
}

/**
 * `summary.json: 18 of 18 equal`
 * @param {string} line
 */
function agrees(line) {
  const [, equal, of] = /(\d+) of (\d+) equal/.exec(line) ?? [];
  return equal !== undefined && equal === of;
}
