import { defineConfig, devices, type Project } from '@playwright/test';
import { chromiumLaunch, findFirefox } from './tests/support/chromium.mjs';
import { hasSharedData } from './tests/support/shared-data-path.mjs';

// A sub-path, as project pages have it.
const prefix = '/some/where/';
const port = process.env['PERENNIAL_PORT'] ?? '4180';
const baseURL = `http://localhost:${port}${prefix}`;

const firefoxPath = findFirefox();
const firefox: Project[] = firefoxPath
  ? [
      {
        name: 'firefox',
        testMatch: '**/*.cross.spec.ts',
        use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath: firefoxPath } },
      },
    ]
  : [];

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  testIgnore: hasSharedData ? [] : ['**/*.oracle.spec.ts'],
  outputDir: 'test-results',
  workers: 2,
  // Two browsers on two busy cores: once more decides, and npm test names what needed it.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  reporter: [['dot'], ['json', { outputFile: process.env['PERENNIAL_PLAYWRIGHT_JSON'] ?? 'test-results/report.json' }]],
  use: { baseURL, locale: 'en-GB', timezoneId: 'UTC', trace: 'on-first-retry' },
  expect: { timeout: 30_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled' } },
  webServer: {
    command: `node tests/tools/serve.mjs ${prefix} ${port}`,
    url: baseURL,
    reuseExistingServer: false,
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], launchOptions: chromiumLaunch() } }, ...firefox],
});
