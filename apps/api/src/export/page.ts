import { type ExportOptions, pairsRowSchema, type SegmentPage } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { findLayer, numbersAfter, readExport } from "../db/export-rows.ts";
import { refOf } from "../db/layer-ref.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { accessTo } from "../projects/access.ts";
import { Encoder } from "./encoder.ts";

/** Most segments to a page. */
export const MAX_PAGE = 500;

export type PageRequest = Omit<ExportOptions, "format" | "formatOptions"> & {
  readonly project: string;
  /** Segments with higher numbers than this one. */
  readonly after: number;
  readonly limit: number;
};

/** Some segments in the project's order, as rows of the pairs format; `next` is the `after` of those that follow. */
export async function readPage(
  app: App,
  actor: Actor,
  { project, layer: name, states, documents, languages, after, limit }: PageRequest,
): Promise<SegmentPage> {
  const access = await accessTo(app, actor, project, "read");
  return inTransaction(
    app.db,
    async (tx) => {
      const layer = await findLayer(tx, access.id, name);
      if (!layer || (layer.hidden && !access.mayManage)) {
        throw new AppError("not_found", `"${access.name}" has no layer "${name}" that you may see.`);
      }
      const { id: projectId, sourceLang } = access;
      const selection = { projectId, layer, states, documents, languages };
      const numbers = await numbersAfter(tx, selection, after, limit + 1);
      const shown = numbers.slice(0, limit);
      const [first, last] = [shown[0], shown.at(-1)];
      if (first === undefined || last === undefined) return { segments: [], next: null };
      const encoder = await Encoder.open({
        format: "pairs",
        ref: refOf(layer.kind, layer.name),
        options: { sourceLang },
      });
      const written: Uint8Array[] = [];
      for await (const piece of readExport(tx, { ...selection, numbers: { first, last } })) {
        written.push(...encoder.encode(piece));
      }
      written.push(...encoder.end().bytes);
      const lines = Buffer.concat(written).toString("utf8").trimEnd().split("\n");
      const segments = lines.map((line) => pairsRowSchema.parse(JSON.parse(line)));
      return { segments, next: numbers.length > limit ? last : null };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}
