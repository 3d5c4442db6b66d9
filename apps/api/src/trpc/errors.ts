import { TRPCError } from "@trpc/server";
import { AppError, type AppErrorCode } from "../error.ts";

/** The one table from our codes to tRPC's (and through them to HTTP's). */
const trpcCodes: Record<AppErrorCode, TRPCError["code"]> = {
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  invalid_input: "BAD_REQUEST",
  conflict: "CONFLICT",
  name_mismatch: "BAD_REQUEST",
  label_in_use: "CONFLICT",
  too_large: "PAYLOAD_TOO_LARGE",
  too_many_requests: "TOO_MANY_REQUESTS",
  cancelled: "CLIENT_CLOSED_REQUEST",
  unavailable: "SERVICE_UNAVAILABLE",
  internal: "INTERNAL_SERVER_ERROR",
};

const wrap = (error: AppError): TRPCError =>
  new TRPCError({ code: trpcCodes[error.code], message: error.userMessage, cause: error });

/**
 * What a client may know of a failure. AppErrors keep their sentence, tRPC's own (bad input, no such procedure) pass;
 * anything else is a bug of ours or an outage: it is reported and only the reference goes out.
 */
export function toTrpcError(error: unknown, report: (error: unknown) => string): TRPCError {
  if (error instanceof AppError) return wrap(error);
  if (error instanceof TRPCError) {
    if (error.cause instanceof AppError) return wrap(error.cause);
    if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  }
  const cause = error instanceof TRPCError && error.cause ? error.cause : error;
  return wrap(internalError(report(cause)));
}

export const internalError = (reference: string): AppError =>
  new AppError("internal", `Something went wrong here. It is in the server's log under ${reference}.`);
