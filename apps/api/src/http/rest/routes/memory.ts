import {
  importMemoryResultSchema,
  listMemoryResultSchema,
  memoryOrders,
  projectRefSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { AppError } from "../../../error.ts";
import { listMemory } from "../../../memory/list.ts";
import { exportMemory, importMemory } from "../../../memory/tsv.ts";
import { attachment } from "../../attachment.ts";
import { piecesOf } from "../../read-to-end.ts";
import { fileRoute, jsonRoute, noBody, none, type RestRoute } from "../route.ts";

const tag = "Memory";
/** A line of it is some tens of bytes: half a million names. */
const MAX_TSV = 20_000_000;
const tsv = { "text/tab-separated-values": { schema: { type: "string" } as const } };

export const memoryRoutes: readonly RestRoute[] = [
  jsonRoute({
    method: "get",
    path: "/projects/{project}/memory",
    id: "listMemory",
    tag,
    summary: "The confirmed pairs of names of a project, a page at a time",
    params: projectRefSchema,
    query: z.strictObject({
      text: z.string().max(200).default("").meta({ description: "Only pairs with this in either name." }),
      label: z.string().max(60).optional(),
      ambiguous: z
        .stringbool()
        .default(false)
        .meta({ description: "Only English names with more than one label or source name." }),
      order: z.enum(memoryOrders).default("uses"),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    body: noBody,
    output: listMemoryResultSchema,
    errors: ["not_found"],
    handle: ({ app, actor, path, query }) => listMemory(app, actor, { ...path, ...query }),
  }),
  fileRoute({
    method: "get",
    path: "/projects/{project}/memory/export",
    id: "exportMemory",
    tag,
    summary: "All pairs as lines of English name, tab, source name, tab, label",
    params: projectRefSchema,
    query: none,
    errors: ["not_found"],
    body: noBody,
    responses: { "200": { description: "The lines, which the import reads.", content: tsv } },
    handle: async ({ app, actor, path, context }) => {
      const { tsv: text } = await exportMemory(app, actor, path);
      return attachment(context, {
        fileName: `${path.project}-memory.tsv`,
        mediaType: "text/tab-separated-values",
        body: new Blob([text]).stream(),
      });
    },
  }),
  fileRoute({
    method: "post",
    path: "/projects/{project}/memory/import",
    id: "importMemory",
    tag,
    summary: "Adds pairs from lines of English name, tab, source name and, if known, tab, label",
    description:
      "At most 20 MB. Pairs that are known count as such; lines that cannot be read are named and left out.",
    params: projectRefSchema,
    query: none,
    takesFile: true,
    errors: ["not_found", "forbidden", "conflict", "too_large"],
    body: noBody,
    responses: {
      "200": {
        description: "What was done.",
        content: { "application/json": { schema: importMemoryResultSchema } },
      },
    },
    handle: async ({ app, actor, path, request }) => {
      const text = await textOf(request);
      return Response.json(await importMemory(app, actor, { ...path, tsv: text }));
    },
  }),
];

/** The body, which is read no further than may be. */
async function textOf(request: Request): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of piecesOf(request)) {
    bytes += piece.length;
    if (bytes > MAX_TSV) throw new AppError("too_large", `The file has more than ${MAX_TSV} bytes.`);
    pieces.push(piece);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new AppError("invalid_input", "The file is not valid UTF-8.");
  }
}
