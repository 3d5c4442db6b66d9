import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { FILES_AT_ONCE, MAX_JSON_BODY, REQUESTS_PER_MINUTE } from "./limits.ts";
import { restRoutes } from "./routes.ts";

const description = `Everything a program needs of Spanbridge: projects, their segments, files in and out.

**Key.** Make one in the web app (API keys, at the top right) and send it as \`Authorization: Bearer sb_…\`. A key may do
what its person may do, and no more. Cookies of the web app do not count here.

**Offsets** are Unicode code points, half-open: \`text[start:end]\` in Python.

**Limits.** ${REQUESTS_PER_MINUTE} requests a minute and ${FILES_AT_ONCE} imports, exports and evaluations at a time for each person, over all of their keys; the
headers RateLimit and Retry-After say what is left. JSON bodies have at most ${MAX_JSON_BODY / 1024 / 1024} MiB; files have no limit.

**Problems** come as application/problem+json with a stable \`code\`, what happened (\`detail\`) and what to do (\`next\`).`;

/** The document that /api/v1/openapi.json answers; made from the contracts by which requests are checked. */
export function openApiDocument(version: string): ReturnType<typeof createDocument> {
  const paths: Record<string, ZodOpenApiPathsObject[string]> = {};
  for (const { method, path, operation } of restRoutes) paths[path] = { ...paths[path], [method]: operation };
  return createDocument({
    openapi: "3.1.0",
    info: { title: "Spanbridge", version, description },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }],
    paths,
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
  });
}
