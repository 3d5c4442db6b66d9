import { ahead } from "./catalogues/ar/ahead.ts";
import { editor } from "./catalogues/ar/editor.ts";
import { engines } from "./catalogues/ar/engines.ts";
import { errors } from "./catalogues/ar/errors.ts";
import { evaluation } from "./catalogues/ar/evaluation.ts";
import { exporting } from "./catalogues/ar/export.ts";
import { importing } from "./catalogues/ar/import.ts";
import { memory } from "./catalogues/ar/memory.ts";
import { projects } from "./catalogues/ar/projects.ts";
import { python } from "./catalogues/ar/python.ts";
import { queue } from "./catalogues/ar/queue.ts";
import { runs } from "./catalogues/ar/runs.ts";
import { settings } from "./catalogues/ar/settings.ts";
import { shell } from "./catalogues/ar/shell.ts";
import { snapshots } from "./catalogues/ar/snapshots.ts";
import type { Catalogue } from "./languages.ts";

/** Arabic. A file an area of the interface. */
export const ar: Catalogue = {
  ...ahead,
  ...editor,
  ...engines,
  ...errors,
  ...evaluation,
  ...exporting,
  ...importing,
  ...memory,
  ...projects,
  ...python,
  ...queue,
  ...runs,
  ...settings,
  ...shell,
  ...snapshots,
};

/** Those that the editor's model and the server put together: `said` finds them by what stands around their blanks. */
export const composed: Catalogue = { ...ahead, ...editor, ...engines, ...errors };
