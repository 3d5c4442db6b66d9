import { defineConfig } from "@playwright/test";
import { launchOptions } from "./support/browser.ts";
import { isRunning, origin, sessionFile } from "./support/installation.ts";

export default defineConfig({
  testDir: "./specs",
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // One that needs its second try is listed as flaky: it is to be mended, but stops nobody who changed something else.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // Limits for what hangs, far above what anything takes: on a machine with other work to do all takes several times as long.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    colorScheme: "light",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: await launchOptions(),
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "sign in", testDir: "./support", testMatch: "sign-in.setup.ts" },
    {
      name: "chromium",
      dependencies: ["sign in"],
      // Known in the workers, which read this file again once the server has said where it is.
      ...(isRunning() && { use: { baseURL: origin(), storageState: sessionFile() } }),
    },
  ],
  webServer: {
    command: `"${process.execPath}" e2e/support/serve.ts`,
    cwd: "..",
    wait: { stdout: /e2e server: link=(?<spanbridge_e2e_link>\S+) data=(?<spanbridge_e2e_data>\S+)/ },
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
