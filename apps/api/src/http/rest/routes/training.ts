import {
  fineTuningRefSchema,
  fineTuningSchema,
  fineTuningSettingsSchema,
  projectRefSchema,
  snapshotPlanSchema,
  snapshotRefSchema,
  startFineTuningSchema,
  trainingOptionsSchema,
  trainingPreviewSchema,
  trainingRequestSchema,
  trainingShapes,
  trainingStages,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { cancelFineTuning, retryFineTuning } from "../../../fine-tuning/control.ts";
import { getFineTuning, listFineTunings } from "../../../fine-tuning/list.ts";
import { startFineTuning } from "../../../fine-tuning/start.ts";
import { startTrainingDownload } from "../../../training/download.ts";
import { previewTraining } from "../../../training/preview.ts";
import { attachment } from "../../attachment.ts";
import { fileRoute, jsonRoute, noBody, none, type RestRoute, readRoute } from "../route.ts";

const tag = "Training";

const query = z.strictObject({
  shape: z
    .enum(trainingShapes)
    .meta({ description: "What the lines look like, by the program that reads them." }),
  stage: z
    .array(z.enum(trainingStages))
    .default([...trainingStages])
    .meta({ description: "Only these stages; all of them where missing." }),
  acceptedOnly: z
    .stringbool()
    .optional()
    .meta({ description: "Only what people accepted; by default in what people worked on." }),
  model: trainingOptionsSchema.in.shape.model,
});

const requestOf = (
  path: z.output<typeof snapshotRefSchema>,
  { stage, ...options }: z.output<typeof query>,
): z.output<typeof trainingRequestSchema> =>
  trainingRequestSchema.parse({ ...path, options: { ...options, stages: stage } });

const selectionBody = z.strictObject({
  plan: snapshotPlanSchema,
  options: trainingOptionsSchema,
});

const archive = {
  "200": {
    description:
      "An archive: the training file, the development file where there is one, configuration files, what was counted.",
    content: { "application/zip": { schema: { type: "string", format: "binary" } as const } },
  },
};

const control = (verb: "cancel" | "retry", summary: string, move: typeof cancelFineTuning): RestRoute =>
  jsonRoute({
    method: "post",
    path: `/projects/{project}/fine-tunings/{fineTuning}/${verb}`,
    id: `${verb}FineTuning`,
    tag,
    summary,
    params: fineTuningRefSchema,
    query: none,
    body: noBody,
    output: fineTuningSchema,
    errors: ["not_found", "forbidden", "conflict"],
    handle: ({ app, actor, path }) => move(app, actor, path),
  });

export const trainingRoutes: readonly RestRoute[] = [
  fileRoute({
    method: "get",
    path: "/projects/{project}/snapshots/{snapshot}/training",
    id: "downloadTraining",
    tag,
    summary: "The training data of a snapshot, the same bytes every time",
    params: snapshotRefSchema,
    query,
    errors: ["not_found"],
    body: noBody,
    responses: archive,
    handle: async ({ app, actor, path, query: wanted, context }) =>
      attachment(context, await startTrainingDownload(app, actor, requestOf(path, wanted), "script")),
  }),
  jsonRoute({
    method: "get",
    path: "/projects/{project}/snapshots/{snapshot}/training/preview",
    id: "previewTraining",
    tag,
    summary: "What the training data of a snapshot holds, and what is left out",
    params: snapshotRefSchema,
    query,
    body: noBody,
    output: trainingPreviewSchema,
    long: true,
    errors: ["not_found"],
    handle: ({ app, actor, path, query: wanted }) => previewTraining(app, actor, requestOf(path, wanted)),
  }),
  fileRoute({
    method: "post",
    path: "/projects/{project}/training",
    id: "downloadSelectionTraining",
    tag,
    summary: "Training data of a selection as it is now",
    description: "No text that a snapshot of the project holds out is in it, whatever the plan says.",
    params: projectRefSchema,
    query: none,
    body: selectionBody,
    errors: ["not_found", "too_large"],
    responses: archive,
    handle: async ({ app, actor, path, body, context }) =>
      attachment(context, await startTrainingDownload(app, actor, { ...path, ...body }, "script")),
  }),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/training/preview",
    id: "previewSelectionTraining",
    tag,
    summary: "What the training data of a selection holds, and what is left out",
    params: projectRefSchema,
    query: none,
    body: selectionBody,
    output: trainingPreviewSchema,
    long: true,
    errors: ["not_found", "too_large"],
    handle: ({ app, actor, path, body }) => previewTraining(app, actor, { ...path, ...body }),
  }),
  readRoute({
    path: "/projects/{project}/fine-tunings",
    id: "listFineTunings",
    tag,
    summary: "The fine-tunings of a project, the newest first, with the models that came of them",
    params: projectRefSchema,
    output: z.array(fineTuningSchema),
    errors: ["not_found", "forbidden"],
    handle: listFineTunings,
  }),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/fine-tunings",
    id: "startFineTuning",
    tag,
    summary: "Sends a snapshot's training data to an OpenAI-compatible endpoint and trains a model on it",
    description:
      "Answers at once; GET the address in Location to see how far it is. `apiKeyEnv` names a variable of the server's environment.",
    params: projectRefSchema,
    query: none,
    body: z.strictObject({
      snapshot: startFineTuningSchema.shape.snapshot,
      settings: fineTuningSettingsSchema,
    }),
    output: fineTuningSchema,
    status: 202,
    location: ({ path, output }) => `/projects/${path.project}/fine-tunings/${output.id}`,
    errors: ["not_found", "forbidden", "conflict", "too_large"],
    handle: ({ app, actor, path, body }) => startFineTuning(app, actor, { ...path, ...body }),
  }),
  readRoute({
    path: "/projects/{project}/fine-tunings/{fineTuning}",
    id: "getFineTuning",
    tag,
    summary: "How far a fine-tuning is, what the endpoint says, and its model",
    params: fineTuningRefSchema,
    output: fineTuningSchema,
    errors: ["not_found", "forbidden"],
    handle: getFineTuning,
  }),
  control("cancel", "Asks the endpoint to stop", cancelFineTuning),
  control("retry", "Goes on with one that failed or was cancelled", retryFineTuning),
];
