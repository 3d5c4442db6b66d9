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

/** AppErrors keep their sentence, tRPC's own (bad input, no such procedure) pass, the rest is for `toAppError`. */
export function toTrpcError(error: TRPCError, toAppError: (error: unknown) => AppError): TRPCError {
  if (error.cause instanceof AppError) return wrap(error.cause);
  return error.code === "INTERNAL_SERVER_ERROR" ? wrap(toAppError(error.cause ?? error)) : error;
}
