import { exportCodecs } from "@spanbridge/formats";
import { reviewStates } from "@spanbridge/shared";
import { exportReportSchema, projectRefSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { startDownload } from "../../../export/download.ts";
import { reportExport } from "../../../export/report.ts";
import { readOptionPairs } from "../../../formats/option-pairs.ts";
import { attachment } from "../../attachment.ts";
import { fileRoute, jsonRoute, noBody, type RestRoute } from "../route.ts";
import { optionParameter } from "./formats.ts";

const tag = "Files";

export const selectionQuery = {
  layer: z.string().default("review").meta({
    description:
      "A layer's name. `review` is what people decided, and what they would see where nobody has edited yet.",
  }),
  state: z
    .array(z.enum(reviewStates))
    .default([])
    .meta({ description: "Only segments in these states; all of them where missing." }),
  document: z
    .array(z.string())
    .default([])
    .meta({ description: "Only these documents; all of them where missing." }),
  language: z.array(z.string()).default([]).meta({
    description:
      "Only source texts in these languages (BCP 47) and their variants: `zh` takes `zh-Hant` too. All of them where missing.",
  }),
};

const query = z.strictObject({
  format: z.enum(exportCodecs.map(({ id }) => id)).default("pairs"),
  option: optionParameter,
  ...selectionQuery,
});

const optionsOf = ({ format, option, layer, state, document, language }: z.output<typeof query>) => ({
  format,
  formatOptions: readOptionPairs(option),
  layer,
  states: state,
  documents: document,
  languages: language,
});

export const exportRoutes: readonly RestRoute[] = [
  fileRoute({
    method: "get",
    path: "/projects/{project}/export",
    id: "exportFile",
    tag,
    summary: "A project's segments as a file",
    description:
      "Streamed as it is made, as all of the project was at one moment. A download that ends early was broken off: the connection is closed without the end of the body. The header Link names the loss report of the same selection.",
    params: projectRefSchema,
    query,
    errors: ["not_found"],
    body: noBody,
    responses: {
      "200": {
        description: "The file.",
        headers: z.object({
          "X-Spanbridge-Segments": z.string().meta({ description: "How many segments are coming." }),
          Link: z.string().meta({ description: 'rel="describedby": the loss report.' }),
        }),
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
    },
    handle: async ({ app, actor, path: { project }, query, context }) => {
      const file = await startDownload(app, actor, project, optionsOf(query), "script");
      const report = `/api/v1/projects/${project}/export/report${new URL(context.req.url).search}`;
      return attachment(context, file, {
        "X-Spanbridge-Segments": String(file.segments),
        Link: `<${report}>; rel="describedby"; type="application/json"`,
      });
    },
  }),
  jsonRoute({
    method: "get",
    path: "/projects/{project}/export/report",
    id: "reportExport",
    tag,
    summary: "What an export holds, and what its format cannot hold",
    description: "Takes what the export takes, and as long.",
    params: projectRefSchema,
    query,
    body: noBody,
    output: exportReportSchema,
    long: true,
    errors: ["not_found"],
    handle: ({ app, actor, path, query }) => reportExport(app, actor, { ...path, options: optionsOf(query) }),
  }),
];
