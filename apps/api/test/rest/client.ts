import type { Actor } from "../../src/actor.ts";
import { problemSchema } from "../../src/http/rest/problem.ts";
import type { World } from "../helpers/world.ts";

export type RestClient = (
  path: string,
  init?: {
    readonly method?: string;
    readonly body?: string | ReadableStream;
    readonly headers?: Record<string, string>;
  },
) => Promise<Response>;

/** The REST interface as somebody with this Authorization header sees it. */
export const restWith =
  ({ http }: World, authorization: string | undefined): RestClient =>
  async (path, { headers, ...init } = {}) =>
    http.request(`http://localhost/api/v1${path}`, {
      ...init,
      ...(init.body instanceof ReadableStream ? { duplex: "half" } : {}),
      headers: { host: "localhost", ...(authorization === undefined ? {} : { authorization }), ...headers },
    });

/** With a new key of this person's. */
export async function restAs(world: World, actor: Actor): Promise<RestClient> {
  const { key } = await world.as(actor).keys.create({ name: "test", days: null });
  return restWith(world, `Bearer ${key}`);
}

/** What a problem says, without its sentences. */
export async function problemIn(response: Response): Promise<{ status: number; code: unknown }> {
  const type = response.headers.get("content-type");
  if (type !== "application/problem+json") throw new Error(`no problem: ${response.status} ${type}`);
  const body = problemSchema.parse(await response.json());
  if (body.status !== response.status) throw new Error("the problem names another status");
  for (const sentence of [body.detail, body.next]) {
    if (!/\.$/.test(sentence)) throw new Error(`no sentence: ${sentence}`);
  }
  return { status: response.status, code: body.code };
}

export const unauthenticated = { status: 401, code: "unauthenticated" };
export const notFound = { status: 404, code: "not_found" };
export const forbidden = { status: 403, code: "forbidden" };
export const invalidInput = { status: 400, code: "invalid_input" };
export const conflict = { status: 409, code: "conflict" };
