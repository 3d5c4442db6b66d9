import { projectRefSchema, segmentPageSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { MAX_PAGE, readPage } from "../../../export/page.ts";
import { jsonRoute, noBody, type RestRoute } from "../route.ts";
import { selectionQuery } from "./export.ts";

export const segmentRoutes: readonly RestRoute[] = [
  jsonRoute({
    method: "get",
    path: "/projects/{project}/segments",
    id: "listSegments",
    tag: "Segments",
    summary: "Segments as rows of the pairs format, a page at a time",
    description:
      "In the project's order. `next` is the `after` of the next page, or null at the end. Pages are read one after the other: what changes in between shows. For all of a project at one moment, export it.",
    params: projectRefSchema,
    query: z.strictObject({
      ...selectionQuery,
      after: z.coerce
        .number()
        .int()
        .min(0)
        .default(0)
        .meta({ description: "Only segments with a higher number than this one." }),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(MAX_PAGE)
        .default(100)
        .meta({ description: "Segments to a page." }),
    }),
    body: noBody,
    output: segmentPageSchema,
    errors: ["not_found"],
    handle: ({ app, actor, path, query: { state, document, language, ...query } }) =>
      readPage(app, actor, { ...path, ...query, states: state, documents: document, languages: language }),
  }),
];
