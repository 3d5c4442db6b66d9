import { exportCodecs } from "@spanbridge/formats";
import {
  comparisonSchema,
  createSnapshotSchema,
  projectRefSchema,
  snapshotDetailSchema,
  snapshotDownloadSchema,
  snapshotInfoSchema,
  snapshotRefSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { readOptionPairs } from "../../../formats/option-pairs.ts";
import { compareSnapshots } from "../../../snapshots/compare.ts";
import { createSnapshot } from "../../../snapshots/create.ts";
import { startSnapshotDownload } from "../../../snapshots/download.ts";
import { getSnapshot } from "../../../snapshots/get.ts";
import { listSnapshots } from "../../../snapshots/list.ts";
import { attachment } from "../../attachment.ts";
import { fileRoute, jsonRoute, noBody, none, type RestRoute, readRoute } from "../route.ts";
import { optionParameter } from "./formats.ts";

const tag = "Snapshots";

export const snapshotRoutes: readonly RestRoute[] = [
  readRoute({
    path: "/projects/{project}/snapshots",
    id: "listSnapshots",
    tag,
    summary: "The snapshots of a project",
    params: projectRefSchema,
    output: z.array(snapshotInfoSchema),
    handle: listSnapshots,
  }),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/snapshots",
    id: "createSnapshot",
    tag,
    summary: "Freezes chosen segments, split and counted, for good",
    params: projectRefSchema,
    query: none,
    body: createSnapshotSchema.omit({ project: true }),
    output: snapshotDetailSchema,
    status: 201,
    location: ({ path, output }) => `/projects/${path.project}/snapshots/${encodeURIComponent(output.name)}`,
    long: true,
    errors: ["not_found", "forbidden", "conflict", "too_large"],
    handle: ({ app, actor, path, body }) => createSnapshot(app, actor, { ...path, ...body }),
  }),
  readRoute({
    path: "/projects/{project}/snapshots/{snapshot}",
    id: "getSnapshot",
    tag,
    summary: "A snapshot with its manifest and its card",
    params: snapshotRefSchema,
    output: snapshotDetailSchema,
    handle: getSnapshot,
  }),
  fileRoute({
    method: "get",
    path: "/projects/{project}/snapshots/{snapshot}/download",
    id: "downloadSnapshot",
    tag,
    summary: "A snapshot as a file, the same bytes every time",
    params: snapshotRefSchema,
    query: z.strictObject({
      format: z.enum(exportCodecs.map(({ id }) => id)).default("pairs"),
      option: optionParameter,
      split: snapshotDownloadSchema.shape.split,
      zip: z.stringbool().default(false).meta({ description: "Every split and the card, in one archive." }),
    }),
    errors: ["not_found"],
    body: noBody,
    responses: {
      "200": {
        description: "The file.",
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
    },
    handle: async ({ app, actor, path, query: { option, ...query }, context }) => {
      const formatOptions = readOptionPairs(option);
      return attachment(
        context,
        await startSnapshotDownload(app, actor, { ...path, ...query, formatOptions }),
      );
    },
  }),
  jsonRoute({
    method: "get",
    path: "/projects/{project}/snapshot-comparison",
    id: "compareSnapshots",
    tag,
    summary: "What was added, removed and changed from one snapshot to another",
    params: projectRefSchema,
    query: z.strictObject({
      before: z.string().meta({ description: "Name of the earlier snapshot." }),
      after: z.string().meta({ description: "Name of the later one." }),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    body: noBody,
    output: comparisonSchema,
    long: true,
    errors: ["not_found"],
    handle: ({ app, actor, path, query }) => compareSnapshots(app, actor, { ...path, ...query }),
  }),
];
