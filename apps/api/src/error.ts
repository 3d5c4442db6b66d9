/** What can go wrong in a way that the person who asked can be told about. Stable: clients decide by them. */
export const appErrorCodes = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid_input",
  "conflict",
  "name_mismatch",
  "label_in_use",
  "too_large",
  "too_many_requests",
  "cancelled",
  "unavailable",
  "internal",
] as const;
export type AppErrorCode = (typeof appErrorCodes)[number];

/** An expected failure: `userMessage` is a sentence for the person who asked, `message` the words for the log. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly userMessage: string;

  constructor(code: AppErrorCode, userMessage: string, logMessage: string = userMessage, cause?: unknown) {
    super(logMessage, cause === undefined ? undefined : { cause });
    this.name = "AppError";
    this.code = code;
    this.userMessage = userMessage;
  }
}
