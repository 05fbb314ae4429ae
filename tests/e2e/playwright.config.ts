import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// The system's browser where there is one; `cargo xtask test` installs Playwright's own elsewhere.
const chromium = ['/usr/bin/chromium'].find((path) => existsSync(path));

export default defineConfig({
  testDir: '.',
  // Screenshots are taken by `cargo xtask screenshots` only: they overwrite committed pictures.
  testMatch: process.env.ECOTONE_SCREENSHOTS ? 'screenshots.spec.ts' : 'browser/*.spec.ts',
  outputDir: 'results',
  // One core for the page and one for the host under it.
  workers: 1,
  // A machine that pauses for a breath fails no test, but `cargo xtask test` names who needed a second try.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
    // A trace of every action costs a third of the time; the page in words is kept with each failure anyway.
    screenshot: 'only-on-failure',
    launchOptions: chromium ? { executablePath: chromium } : {},
  },
});
