import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What a layer must not reach: shell → features → actions → shared → api. */
const layer = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...forbidden,
          { regex: '^@tauri-apps/', message: 'Only api/client.ts talks to the desktop shell.' },
          {
            regex: '(^|/)features/[^/]+/(?!index(\\.ts)?$).+',
            message: 'Another feature is reached through its index.ts only.',
          },
        ],
      },
    ],
  },
});

const above = (...names) => ({
  regex: `(^|/)(${names.join('|')})(/|$)`,
  message: 'This layer must not know what stands above it: shell → features → actions → shared → api.',
});

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/api/generated.ts'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-at-html-tags': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Names are hostile: build nodes, never markup.' },
        { property: 'outerHTML', message: 'Names are hostile: build nodes, never markup.' },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  layer(['src/main.ts', 'src/App.svelte', 'src/shell/**'], []),
  layer(['src/features/**'], [above('shell')]),
  layer(['src/actions/**'], [above('shell', 'features')]),
  layer(['src/shared/**'], [above('shell', 'features', 'actions')]),
  {
    files: ['src/api/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [above('shell', 'features', 'actions', 'shared')] }],
    },
  },
);
