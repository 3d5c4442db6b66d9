import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppError, AppErrorCode } from "../error.ts";
import { answerProblem, problemOf } from "./rest/problem.ts";
import { statuses } from "./statuses.ts";

/** The same shape as `error.data.appError` of tRPC, as the whole body; below /api/v1 a problem, as everything there. */
export const refuse = (
  context: Context,
  status: ContentfulStatusCode,
  code: AppErrorCode,
  userMessage: string,
): Response =>
  context.req.path.startsWith("/api/v1/")
    ? answerProblem(problemOf(code, status, userMessage))
    : context.json({ appError: { code, userMessage } }, status);

export const refuseWith = (context: Context, error: AppError): Response =>
  refuse(context, statuses[error.code], error.code, error.userMessage);
