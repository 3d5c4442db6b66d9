import { ahead } from "./catalogues/ja/ahead.ts";
import { editor } from "./catalogues/ja/editor.ts";
import { engines } from "./catalogues/ja/engines.ts";
import { errors } from "./catalogues/ja/errors.ts";
import { evaluation } from "./catalogues/ja/evaluation.ts";
import { exporting } from "./catalogues/ja/export.ts";
import { importing } from "./catalogues/ja/import.ts";
import { memory } from "./catalogues/ja/memory.ts";
import { projects } from "./catalogues/ja/projects.ts";
import { python } from "./catalogues/ja/python.ts";
import { queue } from "./catalogues/ja/queue.ts";
import { runs } from "./catalogues/ja/runs.ts";
import { settings } from "./catalogues/ja/settings.ts";
import { shell } from "./catalogues/ja/shell.ts";
import { snapshots } from "./catalogues/ja/snapshots.ts";
import type { Catalogue } from "./languages.ts";

/** Japanese. A file an area of the interface. */
export const ja: Catalogue = {
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
