import { type Me, meSchema } from "@spanbridge/shared/contracts";
import { jsonRoute, noBody, none, type RestRoute } from "../route.ts";

export const accountRoutes: readonly RestRoute[] = [
  jsonRoute({
    method: "get",
    path: "/me",
    id: "getMe",
    tag: "Account",
    summary: "Whose key this is",
    params: none,
    query: none,
    body: noBody,
    output: meSchema,
    handle: async ({ app, actor }): Promise<Me> => ({
      id: actor.userId,
      name: actor.name,
      role: actor.isOwner ? "owner" : "member",
      version: app.version,
    }),
  }),
];
