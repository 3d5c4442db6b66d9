import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "web",
    setupFiles: ["../../scripts/laws.ts"],
    environment: "node",
    // Laws on random inputs: how long they take depends on the machine, and says nothing about the code.
    testTimeout: 120_000,
    // The palette test reads tokens.css.
    css: { include: /tokens/ },
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
