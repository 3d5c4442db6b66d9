import { formatInfoSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { listFormats } from "../../../formats/facts.ts";
import { jsonRoute, noBody, none, type RestRoute } from "../route.ts";

/** The parameter that carries a format's own options, on all endpoints that have a format. */
export const optionParameter = z
  .array(z.string().max(10_100))
  .default([])
  .meta({
    description:
      "An option of the format as `key=value`, as often as there are options. GET /formats lists them.",
    example: ["tokens=characters"],
  });

export const formatRoutes: readonly RestRoute[] = [
  jsonRoute({
    method: "get",
    path: "/formats",
    id: "listFormats",
    tag: "Files",
    summary: "The formats for files in and out, with their options",
    params: none,
    query: none,
    body: noBody,
    output: z.array(formatInfoSchema),
    handle: async () => listFormats(),
  }),
];
