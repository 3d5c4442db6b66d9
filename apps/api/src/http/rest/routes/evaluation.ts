import { evaluationOptionsSchema, evaluationSchema, projectRefSchema } from "@spanbridge/shared/contracts";
import { evaluateProject } from "../../../evaluation/evaluate.ts";
import { jsonRoute, none, type RestRoute } from "../route.ts";

export const evaluationRoutes: readonly RestRoute[] = [
  jsonRoute({
    method: "post",
    path: "/projects/{project}/evaluation",
    id: "evaluate",
    tag: "Evaluation",
    summary: "Scores of a layer held against another",
    description:
      "`gold` is the layer that counts as right; `predicted` is scored, and `other` compared with it. Changes nothing. Closing the request calls it off.",
    params: projectRefSchema,
    query: none,
    body: evaluationOptionsSchema,
    output: evaluationSchema,
    long: true,
    errors: ["not_found", "too_large"],
    handle: ({ app, actor, path, body, request }) =>
      evaluateProject(app, actor, { ...path, options: body }, request.signal),
  }),
];
