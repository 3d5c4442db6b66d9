import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Actor } from "../../actor.ts";
import type { App } from "../../app.ts";
import { AppError } from "../../error.ts";
import { identifyKey } from "../../keys/identify.ts";
import { tellable } from "../../problem.ts";
import { FileLimit, MAX_JSON_BODY, RequestLimit, TooManyRequests, whenOver } from "./limits.ts";
import { openApiDocument } from "./openapi.ts";
import { answerProblem, InputError, problemOf, statusOf } from "./problem.ts";
import type { RestRoute } from "./route.ts";
import { restRoutes } from "./routes.ts";

/** What programs use: `/api/v1`, with an API key only, so that no page of somebody else's can lend a browser's session. */
export function restApp(app: App): Hono {
  const rest = new Hono();
  const requests = new RequestLimit();
  const files = new FileLimit();
  rest.onError((error, context) => answerError(app, error, context));
  rest.get("/openapi.json", (context) => context.json(openApiDocument(app.version)));
  const small = bodyLimit({
    maxSize: MAX_JSON_BODY,
    onError: () => {
      throw new AppError("too_large", `The body is larger than ${MAX_JSON_BODY} bytes.`);
    },
  });
  for (const route of restRoutes) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    if (!route.takesFile) rest.on(route.method.toUpperCase(), path, small);
    rest.on(route.method.toUpperCase(), path, async (context) => {
      const actor = await holderOf(app, context);
      const left = requests.take(actor.userId);
      const response = await (route.long
        ? answerLong(files, route, app, actor, context)
        : route.answer(app, actor, context));
      for (const [name, value] of Object.entries(left)) response.headers.set(name, value);
      response.headers.set("Cache-Control", "no-store");
      return response;
    });
  }
  rest.all("*", () => {
    throw new AppError("not_found", "There is nothing at this address, or it does not take this method.");
  });
  return rest;
}

async function holderOf(app: App, context: Context): Promise<Actor> {
  const key = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (key === undefined) throw new AppError("unauthenticated", "The request carries no API key.");
  const holder = await identifyKey(app, key);
  switch (holder.kind) {
    case "known":
      return holder.actor;
    case "expired":
      throw new AppError("unauthenticated", "This API key has expired.");
    case "unknown":
      throw new AppError("unauthenticated", "This API key is not known; it may have been revoked.");
  }
}

async function answerLong(
  files: FileLimit,
  route: RestRoute,
  app: App,
  actor: Actor,
  context: Context,
): Promise<Response> {
  const end = files.take(actor.userId);
  try {
    const response = await route.answer(app, actor, context);
    if (!response.body) {
      end();
      return response;
    }
    return new Response(whenOver(response.body, end), response);
  } catch (error) {
    end();
    throw error;
  }
}

function answerError(app: App, error: unknown, context: Context): Response {
  const told = tellable(error, app.log, context.req.path);
  const problem = problemOf(told.code, statusOf(told.code), told.userMessage);
  if (told instanceof InputError) return answerProblem({ ...problem, issues: [...told.issues] });
  if (told instanceof TooManyRequests) {
    return answerProblem(problem, { "Retry-After": String(told.retryAfterSeconds) });
  }
  return told.code === "unauthenticated"
    ? answerProblem(problem, { "WWW-Authenticate": 'Bearer realm="Spanbridge"' })
    : answerProblem(problem);
}
