import { defineConfig } from '@playwright/test'

// The browser of the system: its path in YITI_CHROMIUM, the server to walk through in YITI_URL.
const browser = {
  // Empty: the one Playwright fetched for itself.
  executablePath: process.env.YITI_CHROMIUM === '' ? undefined : (process.env.YITI_CHROMIUM ?? '/usr/bin/chromium'),
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
}

export default defineConfig({
  testDir: '.',
  outputDir: '.output/traces',
  // One server and few cores: a third browser would only wait for the other two.
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // Long waits are for slow machines; a healthy journey never sees them.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.YITI_URL ?? 'http://127.0.0.1:8080',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    contextOptions: { reducedMotion: 'reduce' },
    // What the page was at every step, without the film: filming costs more than the journey.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: browser,
  },
  projects: [
    { name: 'journeys', testMatch: '*.journey.ts' },
    { name: 'pictures', testMatch: '*pictures.ts', workers: 1, use: { trace: 'off' } },
  ],
})
