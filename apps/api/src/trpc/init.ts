import { initTRPC } from "@trpc/server";
import type { Actor } from "../actor.ts";
import { AppError, type AppErrorCode } from "../error.ts";
import { toTrpcError } from "./errors.ts";
import type { Services } from "./services.ts";

/** What a request carries into the procedures. `actor` is undefined without a session. */
export type Context = {
  readonly actor: Actor | undefined;
  readonly services: Services;
  /** What may be told about a failure; what is unexpected goes into the log. */
  readonly toAppError: (error: unknown, path: string) => AppError;
};

/** What a client learns about a failure, at `error.data.appError`. */
export type ClientError = { readonly code: AppErrorCode; readonly userMessage: string };

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => {
    const appError: ClientError | null =
      error.cause instanceof AppError
        ? { code: error.cause.code, userMessage: error.cause.userMessage }
        : error.code === "BAD_REQUEST"
          ? { code: "invalid_input", userMessage: "What was sent is not complete or not of the right form." }
          : null;
    const { code, httpStatus, path } = shape.data;
    return {
      ...shape,
      message: appError?.userMessage ?? shape.message,
      data: { code, httpStatus, path, appError },
    };
  },
});

const failures = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error, (error) => ctx.toAppError(error, path));
  return result;
});

const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.actor) throw new AppError("unauthenticated", "Please sign in first.");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Every procedure needs a session; which project the person may touch is checked by the use case. */
export const procedure = t.procedure.use(failures).use(signedIn);
