import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The tests wait for processes and disks more than they compute.
    maxWorkers: 2,
    projects: [
      // Laws on random inputs: how long they take depends on the machine, and says nothing about the code.
      {
        test: {
          name: "unit",
          setupFiles: ["../../scripts/laws.ts"],
          include: ["src/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "integration",
          setupFiles: ["../../scripts/laws.ts"],
          include: ["test/**/*.test.ts"],
          globalSetup: ["test/support/global-setup.ts"],
          pool: "forks",
          // A busy machine with two cores may need its time to start processes.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Real processes on a strange machine: one that needs its second try is to be mended, but stops nobody else.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
