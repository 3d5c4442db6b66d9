import type { Context } from "hono";
import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import type { Actor } from "../../actor.ts";
import type { App } from "../../app.ts";
import type { AppErrorCode } from "../../error.ts";
import { readBody, readPath, readQuery } from "./input.ts";
import { problemSchema, statusOf } from "./problem.ts";

/** One endpoint: what it says of itself, and how it answers. */
export type RestRoute = {
  readonly method: "get" | "post" | "delete";
  /** Below /api/v1, with parameters as OpenAPI writes them: `/projects/{project}`. */
  readonly path: string;
  readonly operation: ZodOpenApiOperationObject;
  /** Takes a file, or as long as a file takes: of these a person has few at a time. */
  readonly long: boolean;
  /** The body is a file, of any size. */
  readonly takesFile: boolean;
  readonly answer: (app: App, actor: Actor, context: Context) => Promise<Response>;
};

type Call<Path extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = {
  readonly app: App;
  readonly actor: Actor;
  readonly path: z.output<Path>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly request: Request;
  readonly context: Context;
};

type Spec<Path extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = {
  readonly method: RestRoute["method"];
  readonly path: string;
  /** A name for generated clients. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: Path;
  readonly query: Query;
  /** Of the JSON in the request's body. */
  readonly body: Body;
  /** Codes of what may go wrong beside what may go wrong everywhere. */
  readonly errors?: readonly AppErrorCode[];
};

/** No parameters. */
export const none = z.strictObject({});
export const noBody = z.undefined();

/** An endpoint that answers JSON of a schema. */
export function jsonRoute<
  Path extends z.ZodObject,
  Query extends z.ZodObject,
  Output extends z.ZodType,
  Body extends z.ZodType,
>(
  spec: Spec<Path, Query, Body> & {
    readonly output: Output;
    readonly status?: 200 | 201 | 202;
    /** See `RestRoute`. */
    readonly long?: boolean;
    /** Address below /api/v1 of what was made. */
    readonly location?: (made: {
      readonly path: z.output<Path>;
      readonly output: z.output<Output>;
    }) => string;
    readonly handle: (call: Call<Path, Query, Body>) => Promise<z.input<Output>>;
  },
): RestRoute {
  const { output, status = 200, location, handle, long = false } = spec;
  const content = { "application/json": { schema: output } };
  return {
    method: spec.method,
    path: spec.path,
    long,
    takesFile: false,
    operation: operationOf(spec, { [status]: { description: "Done.", content } }),
    answer: async (app, actor, context) => {
      const call = await callOf(spec, app, actor, context);
      const value = output.parse(await handle(call));
      const at = location?.({ path: call.path, output: value });
      return Response.json(value, { status, headers: at === undefined ? {} : { Location: `/api/v1${at}` } });
    },
  };
}

/** An endpoint that only tells what there is at an address: a use case that takes what is in the path. */
export const readRoute = <Path extends z.ZodObject, Output extends z.ZodType>({
  handle,
  ...spec
}: Pick<Spec<Path, typeof none, typeof noBody>, "path" | "id" | "tag" | "summary" | "params" | "errors"> & {
  readonly output: Output;
  readonly handle: (app: App, actor: Actor, path: z.output<Path>) => Promise<z.input<Output>>;
}): RestRoute =>
  jsonRoute({
    errors: ["not_found"],
    ...spec,
    method: "get",
    query: none,
    body: noBody,
    handle: ({ app, actor, path }) => handle(app, actor, path),
  });

/** An endpoint that takes or gives a file; `body` is of the JSON it takes, where it does. */
export function fileRoute<Path extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  spec: Spec<Path, Query, Body> & {
    readonly takesFile?: boolean;
    readonly responses: ZodOpenApiOperationObject["responses"];
    readonly handle: (call: Call<Path, Query, Body>) => Promise<Response>;
  },
): RestRoute {
  const file = { "application/octet-stream": { schema: { type: "string", format: "binary" } as const } };
  const operation = operationOf(spec, spec.responses);
  return {
    method: spec.method,
    path: spec.path,
    long: true,
    takesFile: spec.takesFile ?? false,
    operation: spec.takesFile ? { ...operation, requestBody: { required: true, content: file } } : operation,
    answer: async (app, actor, context) => spec.handle(await callOf(spec, app, actor, context)),
  };
}

async function callOf<Path extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  { params, query, body }: Pick<Spec<Path, Query, Body>, "params" | "query" | "body">,
  app: App,
  actor: Actor,
  context: Context,
): Promise<Call<Path, Query, Body>> {
  return {
    app,
    actor,
    path: readPath(params, context.req.param()),
    query: readQuery(query, context.req.url),
    body: await readBody(body, context.req),
    request: context.req.raw,
    context,
  };
}

/** Everywhere: no key, a parameter of the wrong form, too many requests, the database away, a bug. */
const everywhere: readonly AppErrorCode[] = [
  "unauthenticated",
  "invalid_input",
  "too_many_requests",
  "unavailable",
  "internal",
];

function operationOf(
  spec: Omit<Spec<z.ZodObject, z.ZodObject, z.ZodType>, "method" | "path">,
  responses: ZodOpenApiOperationObject["responses"],
): ZodOpenApiOperationObject {
  const problem = { "application/problem+json": { schema: problemSchema } };
  const failures = new Map<string, string[]>();
  for (const code of [...everywhere, ...(spec.errors ?? [])]) {
    const status = String(statusOf(code));
    failures.set(status, [...(failures.get(status) ?? []), code]);
  }
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.description && { description: spec.description }),
    requestParams: { path: spec.params, query: spec.query },
    ...(!(spec.body instanceof z.ZodUndefined) && {
      requestBody: { required: true, content: { "application/json": { schema: spec.body } } },
    }),
    responses: {
      ...responses,
      ...Object.fromEntries(
        [...failures].map(([status, codes]) => [
          status,
          { description: `A problem: ${codes.join(", ")}.`, content: problem },
        ]),
      ),
    },
  };
}
