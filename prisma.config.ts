import { defineConfig } from "prisma/config";

// The Prisma CLI downloads a schema engine before it does anything, although `generate` needs none (and we write
// migrations with the WebAssembly one, see scripts/migration.ts). Naming any file that exists keeps it off the network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= import.meta.filename;
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
