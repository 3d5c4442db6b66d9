import type { RestRoute } from "./route.ts";
import { accountRoutes } from "./routes/account.ts";
import { evaluationRoutes } from "./routes/evaluation.ts";
import { exportRoutes } from "./routes/export.ts";
import { formatRoutes } from "./routes/formats.ts";
import { importRoutes } from "./routes/import.ts";
import { memoryRoutes } from "./routes/memory.ts";
import { projectRoutes } from "./routes/projects.ts";
import { runRoutes } from "./routes/runs.ts";
import { segmentRoutes } from "./routes/segments.ts";
import { snapshotRoutes } from "./routes/snapshots.ts";
import { trainingRoutes } from "./routes/training.ts";
import { wikipediaRoutes } from "./routes/wikipedia.ts";

/** Every endpoint below /api/v1 but the document of them all. */
export const restRoutes: readonly RestRoute[] = [
  ...accountRoutes,
  ...projectRoutes,
  ...segmentRoutes,
  ...formatRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...evaluationRoutes,
  ...runRoutes,
  ...snapshotRoutes,
  ...trainingRoutes,
  ...memoryRoutes,
  ...wikipediaRoutes,
];
