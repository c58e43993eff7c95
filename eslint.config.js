import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import architecture from './tests/architecture/rooms.cjs';

const { rooms } = architecture;
const names = Object.keys(rooms);

/** The walls while you type; tests/architecture holds them exactly, by resolved file. */
const wallsWhileTyping = names.map((room) => {
  const known = rooms[room].map((pattern) => pattern.split('/')[0]);
  const strangers = names.filter((other) => other !== room && !known.includes(other));
  return {
    files: [`src/${room}/**/*.{ts,svelte}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${strangers.join('|')})/`,
              message: `src/${room} may not know it: see src/README.md.`,
            },
          ],
        },
      ],
    },
  };
});

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'test-results/', 'playwright-report/', 'public/', '*.cjs', '*.js', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.worker },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Handlers and entries are async by contract, whether or not this one has to wait.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  {
    // The one door for markup: texts of this repository, rendered when it was built. Nothing from a file goes through.
    files: ['src/app/OwnText.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  ...wallsWhileTyping,
  {
    files: ['tests/**', '*.config.ts', 'src/build/**', 'src/cli/**', 'sample-data/generator/**'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // Only files with this name are left out where the real data is not.
    files: ['tests/**/*.ts'],
    ignores: ['tests/**/*.oracle.test.ts', 'tests/**/*.oracle.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: 'shared-data$', message: 'Name a test on real data *.oracle.test.ts or *.oracle.spec.ts.' },
          ],
        },
      ],
    },
  },
  { files: ['**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
);
