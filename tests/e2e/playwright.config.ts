import { defineConfig } from '@playwright/test';

const isCi = Boolean(process.env.CI);

/** Run by `make e2e`, which makes the demo and names the browser; see scripts/e2e.sh */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: isCi,
  // a story that needs its second try is called flaky in the summary, and is a defect to look at
  retries: 1,
  timeout: 240_000,
  // a machine with two cores, and two browsers and a server on it, may take its time; nothing waits for this when all is well
  expect: { timeout: 15_000 },
  reporter: [['list', { printSteps: false }]],
  use: {
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: 15_000,
    // recording makes every step a third slower, so only a second try is recorded
    trace: 'on-first-retry',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      // what has no width, or needs a keyboard, is walked once
      grepInvert: /@desktop/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
});
