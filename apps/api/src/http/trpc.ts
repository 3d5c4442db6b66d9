import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Handler } from "hono";
import type { Auth } from "../auth/auth.ts";
import type { Log } from "../db/log.ts";
import { tellable } from "../problem.ts";
import { appRouter } from "../trpc/router.ts";
import type { Services } from "../trpc/services.ts";

/** The session is looked up once a request, however many procedures it batches. */
export const trpcHandler =
  (auth: Auth, services: Services, log: Log): Handler =>
  async (context) => {
    const { actor, cookies } = await auth.identify(context.req.raw.headers);
    const response = await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: context.req.raw,
      router: appRouter,
      maxBatchSize: 20,
      createContext: () => ({ actor, services, toAppError: (error, path) => tellable(error, log, path) }),
    });
    for (const cookie of cookies) response.headers.append("set-cookie", cookie);
    response.headers.set("Cache-Control", "no-store");
    return response;
  };
