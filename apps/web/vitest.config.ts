import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "web",
    environment: "node",
    // The palette test reads tokens.css.
    css: { include: /tokens/ },
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
