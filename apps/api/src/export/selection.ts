import type { ExportOptions } from "@spanbridge/shared/contracts";
import type { ProjectAccess } from "../db/access.ts";
import { readExportFacts } from "../db/export-facts.ts";
import { type ExportSelection, findLayer } from "../db/export-rows.ts";
import { refOf } from "../db/layer-ref.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { exportCodec } from "../formats/choose.ts";
import { requireList } from "../lists/visible.ts";
import type { EncoderSettings } from "./encoder.ts";

export type ExportProject = Pick<ProjectAccess, "id" | "name" | "sourceLang">;

/** What an export's options mean here and now: the segments, and how they are written. Refuses what there is not. */
export async function openSelection(
  tx: Tx,
  { id, name, sourceLang }: ExportProject,
  { mayManage }: { mayManage: boolean },
  { format, formatOptions, layer: layerName, states, documents, languages, list }: ExportOptions,
): Promise<{ readonly selection: ExportSelection; readonly settings: EncoderSettings }> {
  exportCodec(format, formatOptions);
  const layer = await findLayer(tx, id, layerName);
  if (!layer || (layer.hidden && !mayManage)) {
    throw new AppError("not_found", `"${name}" has no layer "${layerName}" that you may see.`);
  }
  await requireList(tx, { id, mayManage }, list);
  const options = { sourceLang, options: formatOptions, ...(await readExportFacts(tx, id)) };
  return {
    selection: { projectId: id, layer, states, documents, languages, list },
    settings: { format, ref: refOf(layer.kind, layer.name), options },
  };
}
