import { ahead } from "./catalogues/zh-hans/ahead.ts";
import { editor } from "./catalogues/zh-hans/editor.ts";
import { engines } from "./catalogues/zh-hans/engines.ts";
import { errors } from "./catalogues/zh-hans/errors.ts";
import { evaluation } from "./catalogues/zh-hans/evaluation.ts";
import { exporting } from "./catalogues/zh-hans/export.ts";
import { importing } from "./catalogues/zh-hans/import.ts";
import { memory } from "./catalogues/zh-hans/memory.ts";
import { projects } from "./catalogues/zh-hans/projects.ts";
import { python } from "./catalogues/zh-hans/python.ts";
import { queue } from "./catalogues/zh-hans/queue.ts";
import { runs } from "./catalogues/zh-hans/runs.ts";
import { settings } from "./catalogues/zh-hans/settings.ts";
import { shell } from "./catalogues/zh-hans/shell.ts";
import { snapshots } from "./catalogues/zh-hans/snapshots.ts";
import type { Catalogue } from "./languages.ts";

/** Simplified Chinese. A file an area of the interface. */
export const zhHans: Catalogue = {
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
