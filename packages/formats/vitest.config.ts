import { defineConfig } from "vitest/config";

export default defineConfig({
  // The laws run on thousands of generated files; a busy machine takes its time.
  test: { name: "formats", setupFiles: ["../../scripts/laws.ts"], testTimeout: 120_000 },
});
