import {
  createProjectSchema,
  documentInfoSchema,
  projectCardSchema,
  projectDetailSchema,
  projectRefSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { listDocuments } from "../../../documents/list.ts";
import { createProject } from "../../../projects/create.ts";
import { getProject } from "../../../projects/get.ts";
import { listProjects } from "../../../projects/list.ts";
import { jsonRoute, noBody, none, type RestRoute, readRoute } from "../route.ts";

const tag = "Projects";

export const projectRoutes: readonly RestRoute[] = [
  jsonRoute({
    method: "get",
    path: "/projects",
    id: "listProjects",
    tag,
    summary: "The projects that you may see",
    params: none,
    query: z.strictObject({
      archived: z
        .stringbool()
        .default(false)
        .meta({ description: "Those in the archive instead of the others." }),
    }),
    body: noBody,
    output: z.array(projectCardSchema),
    handle: ({ app, actor, query }) => listProjects(app, actor, query),
  }),
  jsonRoute({
    method: "post",
    path: "/projects",
    id: "createProject",
    tag,
    summary: "A new, empty project",
    description: "Only the owner of the installation makes projects.",
    params: none,
    query: none,
    body: createProjectSchema,
    output: projectDetailSchema,
    status: 201,
    location: ({ output }) => `/projects/${output.slug}`,
    errors: ["forbidden", "conflict", "too_large"],
    handle: ({ app, actor, body }) => createProject(app, actor, body),
  }),
  readRoute({
    path: "/projects/{project}",
    id: "getProject",
    tag,
    summary: "A project with its labels, layers and counts",
    params: projectRefSchema,
    output: projectDetailSchema,
    handle: getProject,
  }),
  readRoute({
    path: "/projects/{project}/documents",
    id: "listDocuments",
    tag,
    summary: "The documents of a project, in the order they came in",
    params: projectRefSchema,
    output: z.array(documentInfoSchema),
    handle: listDocuments,
  }),
];
