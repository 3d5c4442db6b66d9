import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { App } from "../app.ts";
import type { Auth } from "../auth/auth.ts";
import { tellable } from "../problem.ts";
import { createServices } from "../services.ts";
import { authRoutes } from "./auth.ts";
import { exportHandler } from "./export.ts";
import { hostGuard, originGuard } from "./guards.ts";
import { securityHeaders } from "./headers.ts";
import { health } from "./health.ts";
import { importHandler } from "./import.ts";
import { readToEnd } from "./read-to-end.ts";
import { refuse, refuseWith } from "./refuse.ts";
import { restApp } from "./rest/app.ts";
import { snapshotHandler } from "./snapshots.ts";
import { staticFiles } from "./static.ts";
import { trainingHandler } from "./training.ts";
import { trpcHandler } from "./trpc.ts";

export type HttpOptions = {
  /** The address the server is bound to. */
  readonly host: string;
  /** See `Env`. */
  readonly publicUrl?: string | undefined;
  /** Directory of the built web app. */
  readonly webRoot: string;
};

/** A commit may carry 500 transactions; a file does not come through here. */
const MAX_BODY = 32 * 1024 * 1024;

/** Everything the server answers. Only the web app's files, health and the use of a one-time link need no session. */
export function createHttpApp(app: App, auth: Auth, { host, publicUrl, webRoot }: HttpOptions): Hono {
  const http = new Hono();
  http.use(readToEnd, securityHeaders, hostGuard(host, publicUrl), originGuard);
  http.onError((error, context) => refuseWith(context, tellable(error, app.log, context.req.path)));
  const small = bodyLimit({
    maxSize: MAX_BODY,
    onError: (context) => refuse(context, 413, "too_large", "This is more than the server takes at once."),
  });
  http.get("/api/health", health(app));
  http.use("/api/auth/*", small).route("/api/auth", authRoutes(auth));
  http.use("/api/trpc/*", small).all("/api/trpc/*", trpcHandler(auth, createServices(app), app.log));
  http.post("/api/projects/:slug/import", importHandler(app, auth));
  http.get("/api/projects/:slug/export", exportHandler(app, auth));
  http.route("/api/v1", restApp(app));
  http.get("/api/projects/:slug/snapshots/:snapshot/download", snapshotHandler(app, auth));
  http.get("/api/projects/:slug/snapshots/:snapshot/training", trainingHandler(app, auth));
  http.get("/api/projects/:slug/training", trainingHandler(app, auth));
  http.all("/api/*", (context) => refuse(context, 404, "not_found", "There is nothing at this address."));
  http.route("/", staticFiles(webRoot));
  return http;
}
