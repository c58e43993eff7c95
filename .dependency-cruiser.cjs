const { rooms, walls } = require('./tests/architecture/rooms.cjs');

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...allowed.map((pattern) => `^src/${pattern}`)] },
}));

const wallRules = walls.map(({ name, from, to, except = [], typeOnly }) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to, pathNot: except, ...(typeOnly ? { dependencyTypesNot: ['type-only'] } : {}) },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...wallRules,
    {
      name: 'bottom-imports-nothing',
      comment: 'domain and statistics are words and mathematics: no package, no platform.',
      severity: 'error',
      from: { path: '^src/(domain|statistics)/' },
      to: { pathNot: '^src/$1/' },
    },
    { name: 'nothing-imports-main', severity: 'error', from: {}, to: { path: '^src/main[.]ts$' } },
    { name: 'no-tests-in-src', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|sample-data)/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'svelte', 'types', 'default'],
    },
  },
};
