import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppErrorCode } from "../error.ts";

/** The one table from our codes to HTTP's, for what is not tRPC. */
export const statuses: Record<AppErrorCode, ContentfulStatusCode> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 400,
  conflict: 409,
  name_mismatch: 400,
  label_in_use: 409,
  too_large: 413,
  too_many_requests: 429,
  cancelled: 400,
  unavailable: 503,
  internal: 500,
};
