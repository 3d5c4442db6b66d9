import {
  addWikipediaSchema,
  projectRefSchema,
  wikipediaBuildSchema,
  wikipediaOutcomesInputSchema,
  wikipediaOutcomesSchema,
  wikipediaPreviewSchema,
  wikipediaRefSchema,
  wikipediaSelectionSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import {
  addWikipedia,
  cancelWikipedia,
  listWikipedia,
  listWikipediaOutcomes,
  previewWikipedia,
  resumeWikipedia,
  startWikipedia,
  takeBackWikipedia,
} from "../../../wikipedia/builds.ts";
import { jsonRoute, noBody, none, type RestRoute, readRoute } from "../route.ts";

const tag = "Wikipedia";
const chosen = wikipediaSelectionSchema.omit({ project: true });
const { only, reason } = wikipediaOutcomesInputSchema.shape;

const control = (verb: "resume" | "cancel", summary: string, move: typeof cancelWikipedia): RestRoute =>
  jsonRoute({
    method: "post",
    path: `/projects/{project}/wikipedia/{build}/${verb}`,
    id: `${verb}WikipediaSearch`,
    tag,
    summary,
    params: wikipediaRefSchema,
    query: none,
    body: noBody,
    output: wikipediaBuildSchema,
    errors: ["not_found", "forbidden", "conflict"],
    handle: ({ app, actor, path }) => move(app, actor, path),
  });

export const wikipediaRoutes: readonly RestRoute[] = [
  readRoute({
    path: "/projects/{project}/wikipedia",
    id: "listWikipediaSearches",
    tag,
    summary: "The searches for a project's names in Wikipedia, the newest first, and how far each is",
    params: projectRefSchema,
    output: z.array(wikipediaBuildSchema),
    handle: listWikipedia,
  }),
  jsonRoute({
    method: "get",
    path: "/projects/{project}/wikipedia/names",
    id: "previewWikipediaSearch",
    tag,
    summary: "Which names would be looked for, and what stands in the way of it",
    params: projectRefSchema,
    query: z.strictObject(chosen.shape),
    body: noBody,
    output: wikipediaPreviewSchema,
    errors: ["not_found", "forbidden"],
    handle: ({ app, actor, path, query }) => previewWikipedia(app, actor, { ...path, ...query }),
  }),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/wikipedia",
    id: "startWikipediaSearch",
    tag,
    summary: "Looks the project's English names up in Wikipedia, on the server, one search at a time",
    description:
      "Answers at once; GET the list of searches to see how far it is. An owner of the installation has to allow it first, on the memory page.",
    params: projectRefSchema,
    query: none,
    body: chosen,
    output: wikipediaBuildSchema,
    status: 202,
    location: ({ path }) => `/projects/${path.project}/wikipedia`,
    errors: ["not_found", "forbidden", "conflict", "too_large"],
    handle: ({ app, actor, path, body }) => startWikipedia(app, actor, { ...path, ...body }),
  }),
  jsonRoute({
    method: "get",
    path: "/projects/{project}/wikipedia/{build}/names",
    id: "listWikipediaNames",
    tag,
    summary: "What became of the names of a search: the pair with its text, or the reason why there is none",
    params: wikipediaRefSchema,
    query: z.strictObject({
      only,
      reason,
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    body: noBody,
    output: wikipediaOutcomesSchema,
    errors: ["not_found"],
    handle: ({ app, actor, path, query }) => listWikipediaOutcomes(app, actor, { ...path, ...query }),
  }),
  control("cancel", "Stops a search; what was found so far stays", cancelWikipedia),
  control("resume", "Goes on with a search where it was stopped", resumeWikipedia),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/wikipedia/{build}/add",
    id: "addWikipediaPairs",
    tag,
    summary: "Puts the pairs of a search into memory",
    params: wikipediaRefSchema,
    query: none,
    body: addWikipediaSchema.omit({ project: true, build: true }),
    output: z.object({ added: z.int(), known: z.int() }),
    errors: ["not_found", "forbidden", "conflict"],
    handle: ({ app, actor, path, body }) => addWikipedia(app, actor, { ...path, ...body }),
  }),
  jsonRoute({
    method: "post",
    path: "/projects/{project}/wikipedia/{build}/take-back",
    id: "takeBackWikipediaPairs",
    tag,
    summary:
      "Takes the pairs of a search out of memory again, but for those that people have changed or confirmed",
    params: wikipediaRefSchema,
    query: none,
    body: noBody,
    output: z.object({ removed: z.int(), kept: z.int() }),
    errors: ["not_found", "forbidden", "conflict"],
    handle: ({ app, actor, path }) => takeBackWikipedia(app, actor, path),
  }),
];
