import type { EditPolicy, History } from "@spanbridge/shared";
import type { Alternatives, Opinion } from "@spanbridge/shared/contracts";
import type { SegmentMeta } from "../queue/outbox.ts";
import type { Queue } from "../queue/queue.ts";
import type { SaveStatus } from "../queue/saver.ts";
import type { Selection } from "../view/rows.ts";
import type { Tool } from "./tool.ts";

/** Everything the screen knows of one open segment. `queue.current` is the annotation that is shown. */
export type SegmentState = {
  readonly meta: SegmentMeta;
  readonly queue: Queue;
  readonly history: History;
  readonly selection: Selection | undefined;
  readonly tool: Tool;
  readonly save: SaveStatus;
  /** What the project knows of this segment's entities beside what is shown; undefined until it is asked for. */
  readonly known: Alternatives | undefined;
  /** What each engine and file says of this segment; undefined until it is asked for. */
  readonly opinions: readonly Opinion[] | undefined;
  /** Whether unsaved edits would outlive the tab. False where the browser keeps nothing. */
  readonly durable: boolean;
};

/** What holds for all segments of a project while they are worked on. */
export type ProjectRules = {
  readonly policy: EditPolicy;
  /** Id of the person, for provenance. */
  readonly user: string;
  /** What the person is called. */
  readonly userName: string;
  /** BCP 47 languages of the two texts. */
  readonly languages: { readonly source: string; readonly pivot: string };
};

/** What the save indicator says, worst first: what was given up waits for the person however well the rest is saved. */
export type SaveView =
  | SaveStatus
  /** `by`: whose change it met, by name; null where nobody's is known: then a run has other proposals now. */
  | { readonly kind: "conflict"; readonly count: number; readonly by: string | null }
  | { readonly kind: "refused"; readonly count: number };

export function saveView({ queue, save }: Pick<SegmentState, "queue" | "save">): SaveView {
  const count = queue.givenUp.length;
  if (count === 0) return save;
  const conflict = queue.givenUp.findLast(({ kind }) => kind === "conflict");
  return conflict ? { kind: "conflict", count, by: conflict.by } : { kind: "refused", count };
}
