import { z } from "zod";
import { AppError, type AppErrorCode, appErrorCodes } from "../../error.ts";
import { statuses } from "../statuses.ts";

export const problemCodes = [...appErrorCodes, "import_refused"] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong with one part of a request. */
export const issueSchema = z.object({
  in: z.enum(["path", "query", "body"]),
  /** Which parameter, or where in the body, e.g. `labels.0.name`; empty for all of it. */
  at: z.string(),
  message: z.string(),
});
export type Issue = z.infer<typeof issueSchema>;

/** RFC 9457, with the code to decide by and what to do next. */
export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes).meta({ description: "Stable: decide by this one." }),
    detail: z.string().meta({ description: "What happened, as a sentence." }),
    next: z.string().meta({ description: "What to do next, as a sentence." }),
    issues: z
      .array(issueSchema)
      .optional()
      .meta({ description: "What is wrong with the request, part by part." }),
    report: z
      .unknown()
      .optional()
      .meta({ description: "With `import_refused`: the report of the import, with all diagnostics." }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;

/** A request that is not of the right form. */
export class InputError extends AppError {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super("invalid_input", "The request is not of the right form.");
    this.issues = issues;
  }
}

const titles: Record<ProblemCode, string> = {
  unauthenticated: "No valid API key",
  forbidden: "Not allowed",
  not_found: "Not found",
  invalid_input: "Not of the right form",
  conflict: "In conflict with what is there",
  name_mismatch: "Not the right name",
  label_in_use: "A label is in use",
  too_large: "Too large",
  too_many_requests: "Too many requests",
  cancelled: "Cancelled",
  unavailable: "Not available at the moment",
  internal: "A failure of the server",
  import_refused: "Nothing was imported",
};

const nextSteps: Record<ProblemCode, string> = {
  unauthenticated:
    "Make an API key in the web app (API keys, at the top right) and send it as `Authorization: Bearer sb_…`.",
  forbidden:
    "Ask a manager of the project, or the owner of the installation, to do this or to give you the role.",
  not_found:
    "Look at GET /api/v1/projects for the projects that this key may see, and at /api/v1/openapi.json for the addresses.",
  invalid_input: "Correct what `issues` names; /api/v1/openapi.json says what every request takes.",
  conflict: "Change what `detail` names, then send the request again.",
  name_mismatch: "Send the exact name.",
  label_in_use: "Take the label off the segments that use it first.",
  too_large: "Send less at once; the limits stand in /api/v1/openapi.json.",
  too_many_requests: "Wait for the number of seconds that the header Retry-After says, then send it again.",
  cancelled: "Nothing was kept. Send the request again.",
  unavailable: "Try again in a little while.",
  internal: "Look into the server's log for the reference in `detail`. Nothing of the request was kept.",
  import_refused:
    "Correct the rows that `report.diagnostics` names and send the file again; without strict=true the good rows go in.",
};

/** A problem with nothing but what its code implies. */
export const problemOf = (code: ProblemCode, status: number, detail: string): Problem => ({
  type: "about:blank",
  title: titles[code],
  status,
  code,
  detail,
  next: nextSteps[code],
});

export const statusOf = (code: AppErrorCode): number => statuses[code];

export function answerProblem(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}
