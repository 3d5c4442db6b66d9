import {
  comparedLayersSchema,
  projectRefSchema,
  runComparisonSchema,
  runEstimateSchema,
  runRefSchema,
  runSchema,
  runSegmentsResultSchema,
  runSegmentsSchema,
  startRunSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { compareRuns } from "../../../comparison/compare.ts";
import { cancelRun, pauseRun, resumeRun } from "../../../runs/control.ts";
import { estimateRun } from "../../../runs/estimate.ts";
import { getRun, listRunSegments, listRuns } from "../../../runs/list.ts";
import { startRun } from "../../../runs/start.ts";
import { jsonRoute, noBody, none, type RestRoute, readRoute } from "../route.ts";

const tag = "Runs";
const startBody = startRunSchema.omit({ project: true });
const { only } = runSegmentsSchema.shape;

const control = (verb: "pause" | "resume" | "cancel", summary: string, move: typeof pauseRun): RestRoute =>
  jsonRoute({
    method: "post",
    path: `/projects/{project}/runs/{run}/${verb}`,
    id: `${verb}Run`,
    tag,
    summary,
    params: runRefSchema,
    query: none,
    body: noBody,
    output: runSchema,
    errors: ["not_found", "forbidden", "conflict"],
    handle: ({ app, actor, path }) => move(app, actor, path),
  });

export const runRoutes: readonly RestRoute[] = [
  readRoute({
    path: "/projects/{project}/runs",
    id: "listRuns",
    tag,
    summary: "The runs of a project, the newest first",
    params: projectRefSchema,
    output: z.array(runSchema),
    handle: listRuns,
  }),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/runs",
    id: "startRun",
    tag,
    summary: "Projects entities onto segments, on the server's workers",
    description:
      "Answers at once; GET the address in Location to see how far it is. Keys of language models are no part of it: `apiKeyEnv` names a variable of the server's environment.",
    params: projectRefSchema,
    query: none,
    body: startBody,
    output: runSchema,
    status: 202,
    location: ({ path, output }) => `/projects/${path.project}/runs/${output.id}`,
    errors: ["not_found", "forbidden", "conflict", "too_large"],
    handle: ({ app, actor, path, body }) => startRun(app, actor, { ...path, ...body }),
  }),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/runs/estimate",
    id: "estimateRun",
    tag,
    summary: "What a run with these settings would take",
    params: projectRefSchema,
    query: none,
    body: startBody,
    output: runEstimateSchema,
    errors: ["not_found", "forbidden", "too_large"],
    handle: ({ app, actor, path, body }) => estimateRun(app, actor, { ...path, ...body }),
  }),
  readRoute({
    path: "/projects/{project}/runs/{run}",
    id: "getRun",
    tag,
    summary: "How far a run is, and what it has brought",
    params: runRefSchema,
    output: runSchema,
    handle: getRun,
  }),
  jsonRoute({
    method: "get",
    path: "/projects/{project}/runs/{run}/segments",
    id: "listRunSegments",
    tag,
    summary: "The segments of a run, with why they failed and what is noticed about them",
    params: runRefSchema,
    query: z.strictObject({
      only,
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    body: noBody,
    output: runSegmentsResultSchema,
    errors: ["not_found"],
    handle: ({ app, actor, path, query }) => listRunSegments(app, actor, { ...path, ...query }),
  }),
  jsonRoute({
    method: "get",
    path: "/projects/{project}/comparison",
    id: "compareRuns",
    tag,
    summary: "The results of two runs, or of a run and a file, held against each other",
    description:
      "`a` and `b` are names of layers: `run:NAME`, `predictions`, or `gold` for those who may see it. Closing the request calls it off.",
    params: projectRefSchema,
    query: comparedLayersSchema,
    body: noBody,
    output: runComparisonSchema,
    long: true,
    errors: ["not_found"],
    handle: ({ app, actor, path, query, request }) =>
      compareRuns(app, actor, { ...path, ...query }, request.signal),
  }),
  control("pause", "Finishes the segments at hand and begins no others", pauseRun),
  control("resume", "Goes on with what is left, and tries again what failed", resumeRun),
  control("cancel", "Ends a run for good; what is done stays", cancelRun),
];
