import { importCodecs } from "@spanbridge/formats";
import { importLayers, importReportSchema, projectRefSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { readOptionPairs } from "../../../formats/option-pairs.ts";
import { runImport } from "../../../import/run.ts";
import { piecesOf } from "../../read-to-end.ts";
import { answerProblem, problemOf, problemSchema } from "../problem.ts";
import { fileRoute, noBody, type RestRoute } from "../route.ts";
import { optionParameter } from "./formats.ts";

const query = z.strictObject({
  format: z
    .enum(importCodecs.map(({ id }) => id))
    .optional()
    .meta({ description: "Of the file; recognised by its beginning and its name where missing." }),
  option: optionParameter,
  layer: z
    .enum(importLayers)
    .default("predictions")
    .meta({ description: "Where the entities go. Gold is hidden from annotators." }),
  name: z
    .string()
    .min(1)
    .max(300)
    .default("upload")
    .meta({ description: "The file's name: stands in diagnostics, and a hint at its format." }),
  strict: z.stringbool().default(false).meta({ description: "Keep nothing if a single row is bad." }),
  dryRun: z
    .stringbool()
    .default(false)
    .meta({ description: "Read and check everything, report what would be done, keep nothing." }),
});

const report = { "application/json": { schema: importReportSchema } };

export const importRoutes: readonly RestRoute[] = [
  fileRoute({
    method: "post",
    path: "/projects/{project}/import",
    id: "importFile",
    tag: "Files",
    summary: "Reads a file into a project",
    description:
      "The body is the file itself, of any size, read as it comes. All of it is kept or, when it is refused or the request is closed, nothing. Rows that are there already count as unchanged, so sending a file twice does no harm.",
    params: projectRefSchema,
    query,
    takesFile: true,
    errors: ["not_found", "forbidden", "conflict"],
    body: noBody,
    responses: {
      "200": { description: "What was done, row by row where something was wrong.", content: report },
      "422": {
        description:
          "import_refused: nothing of the file was kept. `report` says why. A dry run answers 200.",
        content: { "application/problem+json": { schema: problemSchema } },
      },
    },
    handle: async ({ app, actor, path, query: { name, option, ...options }, request }) => {
      const source = { name, bytes: piecesOf(request) };
      const formatOptions = readOptionPairs(option);
      const { signal } = request;
      const done = await runImport(app, actor, { ...options, ...path, formatOptions, source, signal });
      if (done.outcome !== "refused" || options.dryRun) return Response.json(done);
      const detail = `Nothing was kept: ${done.diagnostics[0]?.message ?? "there was no row in the file."}`;
      return answerProblem({ ...problemOf("import_refused", 422, detail), report: done });
    },
  }),
];
