import { defineConfig } from "vitest/config";

export default defineConfig({
  // Laws on random inputs: how long they take depends on the machine, and says nothing about the code.
  test: { name: "projection", setupFiles: ["../../scripts/laws.ts"], testTimeout: 120_000 },
});
