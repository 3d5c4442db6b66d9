import type { AppRouter, ClientError } from "@spanbridge/api/router";
import { TRPCClientError } from "@trpc/client";
import { said, t } from "../ui/i18n/t.ts";

const errorCodes: Record<ClientError["code"], true> = {
  unauthenticated: true,
  forbidden: true,
  not_found: true,
  invalid_input: true,
  conflict: true,
  name_mismatch: true,
  label_in_use: true,
  too_large: true,
  too_many_requests: true,
  cancelled: true,
  unavailable: true,
  internal: true,
};

export const isErrorCode = (code: unknown): code is ClientError["code"] =>
  typeof code === "string" && Object.hasOwn(errorCodes, code);

/** `offline`: no answer came. `bug`: this app itself failed. */
export type FailureCode = ClientError["code"] | "offline" | "bug";

/** Something that failed, in words for the person who sees it. */
export type Failure = { readonly code: FailureCode; readonly message: string };

/** A failure on its way through a promise. */
export class TypedFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = "TypedFailure";
    this.failure = failure;
  }
}

const isTrpcError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError;

/** What a thrown value means. The server's own sentences pass, in the person's language where it is known; everything else gets one of ours. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TypedFailure) return error.failure;
  if (!isTrpcError(error)) {
    return { code: "bug", message: t("This page stopped working. Load it again; what was saved is safe.") };
  }
  const known = error.data?.appError;
  if (known) return { code: known.code, message: said(known.userMessage) };
  if (error.data) return { code: "internal", message: error.message };
  // No answer in our shape: the request did not reach the server, or something else answered in its place.
  return { code: "offline", message: t("The server does not answer. Check that Spanbridge is running.") };
}

export const isTransient = (error: unknown): boolean => {
  const { code } = failureOf(error);
  return code === "offline" || code === "unavailable" || code === "too_many_requests";
};
