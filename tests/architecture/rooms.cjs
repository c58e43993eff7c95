/**
 * Who may know whom: the table of src/README.md, and the only place where it is written as code. Read by
 * .dependency-cruiser.cjs, eslint.config.js and the tests beside this file. Each entry is a pattern below src/.
 */
const definitions = ['metrics/(metric|metric-id|catalog)[.]ts$', 'metrics/[^/]+/definition[.]ts$'];

/** @type {Record<string, string[]>} */
const rooms = {
  domain: [],
  statistics: [],
  schema: ['domain/'],
  charts: ['domain/', 'statistics/intervals[.]ts$'],
  facts: ['domain/'],
  metrics: ['domain/', 'statistics/', 'facts/', 'charts/'],
  intake: ['domain/', 'statistics/', 'schema/', 'facts/'],
  database: ['domain/', 'facts/'],
  workspace: ['domain/', 'schema/'],
  bridge: ['domain/', 'schema/', ...definitions, 'engine/[^/]*worker[.]ts$'],
  engine: ['domain/', 'schema/', 'intake/', 'facts/', 'database/', 'workspace/', 'bridge/', 'metrics/'],
  cli: ['domain/', 'schema/', 'intake/', 'facts/', 'metrics/', 'engine/(run-metric[.]ts$|quality/)'],
  session: ['domain/', 'schema/', 'bridge/', ...definitions],
  app: ['domain/', 'session/', 'charts/', ...definitions, 'metrics/(views|view|chart-props|choices)[.]ts$'],
  build: [],
  docs: [],
};

/** The stages of reading a file, in their order: each may import those before it. */
const stages = ['words', 'values', 'read', 'understand', 'shape', 'check', 'unify', 'load'];

/**
 * Narrower than the table of rooms: what a kind of file within a room may not import.
 * `$1` is the first group of `from`. `typeOnly` lets `import type` through.
 * @type {{ name: string, from: string, to: string, except?: string[], typeOnly?: boolean }[]}
 */
const walls = [
  {
    name: 'metrics-are-strangers',
    from: '^src/metrics/([^/]+)/',
    to: '^src/metrics/',
    except: ['^src/metrics/$1/', '^src/metrics/(metric|view|chart-props|choices)[.]ts$'],
  },
  {
    name: 'only-charts-draw',
    from: '^src/metrics/[^/]+/(?![A-Z][^/]*[.]svelte$|[^/]*view[.]ts$)',
    to: '^src/charts/|^src/metrics/chart-props[.]ts$|[.]svelte$',
    typeOnly: true,
  },
  {
    name: 'charts-do-not-compute',
    from: '^src/metrics/[^/]+/([A-Z][^/]*[.]svelte|[^/]*view[.]ts)$',
    to: '^src/facts/|^src/statistics/(?!intervals[.]ts$)|/([^/]*kernel|members|derive[^/]*)[.]ts$|[.]sql$',
    typeOnly: true,
  },
  {
    name: 'contract-names-types-only',
    from: '^src/metrics/(metric|view|chart-props|choices)[.]ts$',
    to: '^src/(facts|charts)/',
    typeOnly: true,
  },
  {
    name: 'contract-knows-no-metric',
    from: '^src/metrics/(metric|view|chart-props|choices)[.]ts$',
    to: '^src/metrics/',
    except: ['^src/metrics/(metric|chart-props|choices)[.]ts$'],
  },
  {
    name: 'catalog-lists-definitions',
    from: '^src/metrics/catalog[.]ts$',
    to: '^src/',
    except: ['^src/metrics/metric[.]ts$', '^src/metrics/[^/]+/definition[.]ts$'],
  },
  {
    name: 'computations-list-no-charts',
    from: '^src/metrics/computations[.]ts$',
    to: '^src/charts/|^src/metrics/(views|view|chart-props)[.]ts$|[.]svelte$|[.]md$',
  },
  {
    name: 'views-list-no-kernels',
    from: '^src/metrics/views[.]ts$',
    to: '^src/(facts|statistics)/|^src/metrics/computations[.]ts$|/([^/]*kernel|members|derive[^/]*)[.]ts$|[.]sql$',
  },
  {
    name: 'engine-draws-nothing',
    from: '^src/(engine|cli)/',
    to: '^src/metrics/[^/]*views?[.]ts$|^src/metrics/[^/]+/[^/]*view[.]ts$|^src/metrics/chart-props[.]ts$|[.]svelte$|[.]md$',
  },
  { name: 'database-takes-column-types', from: '^src/database/(?!tables/)', to: '^src/facts/', typeOnly: true },
  {
    name: 'only-a-load-makes-facts',
    from: `^src/intake/(?!load/)`,
    to: '^src/facts/',
  },
  ...stages.slice(0, -1).map((stage, at) => ({
    name: `intake-${stage}-knows-no-later-stage`,
    from: `^src/intake/${stage}/`,
    to: `^src/intake/(${stages.slice(at + 1).join('|')})/`,
  })),
];

module.exports = { rooms, walls };
