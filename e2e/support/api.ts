import {
  type Commit,
  commitResultSchema,
  type ExportOptions,
  eventsResultSchema,
  type ImportReport,
  importReportSchema,
  invitationSchema,
  meSchema,
  projectDetailSchema,
  queuePlaceResultSchema,
  queueWindowResultSchema,
  segmentViewSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";

/** The server said no. `status` is HTTP's. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const answerSchema = z.union([
  z.object({ result: z.object({ data: z.unknown() }) }),
  z.object({ error: z.object({ message: z.string() }) }),
]);

export type Api = ReturnType<typeof connect>;
type NewProject = { readonly name: string; readonly slug?: string; readonly sourceLang: string };
type ImportOptions = {
  readonly layer?: string;
  readonly strict?: boolean;
  readonly name: string;
  /** Of the format. */
  readonly options?: Readonly<Record<string, string>>;
};

/** The surface of a server as a signed-in client sees it: tRPC and the two file streams, over plain HTTP. */
export function connect(origin: string, cookie: string) {
  const headers = { cookie, origin };
  const trpc = async <T>(
    path: string,
    input: unknown,
    answer: z.ZodType<T>,
    mutation = false,
  ): Promise<T> => {
    const address = `${origin}/api/trpc/${path}`;
    const response = mutation
      ? await fetch(address, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify(input ?? {}),
        })
      : await fetch(
          input === undefined ? address : `${address}?input=${encodeURIComponent(JSON.stringify(input))}`,
          { headers },
        );
    const text = await response.text();
    const body = answerSchema.safeParse(
      response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : 0,
    );
    if (body.success && "result" in body.data) return answer.parse(body.data.result.data);
    throw new ApiError(
      response.status,
      body.success && "error" in body.data ? body.data.error.message : text,
    );
  };
  const mutate = <T>(path: string, input: unknown, answer: z.ZodType<T>) => trpc(path, input, answer, true);
  return {
    origin,
    cookie,
    me: () => trpc("session.me", undefined, meSchema),
    createProject: (input: NewProject) => mutate("projects.create", input, projectDetailSchema),
    project: (project: string) => trpc("projects.get", { project }, projectDetailSchema),
    invite: (project: string, name: string, role = "annotator") =>
      mutate("members.invite", { project, name, role }, invitationSchema),
    window: (project: string, offset: number, limit: number) =>
      trpc("queue.window", { project, filter: {}, offset, limit }, queueWindowResultSchema),
    place: (project: string, number: number, filter: object = {}) =>
      trpc("queue.place", { project, number, filter }, queuePlaceResultSchema),
    open: (project: string, number: number) => trpc("review.open", { project, number }, segmentViewSchema),
    commit: (input: Commit) => mutate("review.commit", input, commitResultSchema),
    events: (project: string, number: number, before?: number) =>
      trpc("review.events", { project, number, limit: 200, ...(before && { before }) }, eventsResultSchema),
    importFile: async (
      project: string,
      bytes: string | Uint8Array<ArrayBuffer>,
      options: ImportOptions,
    ): Promise<ImportReport> => {
      const query = new URLSearchParams({
        layer: options.layer ?? "predictions",
        name: options.name,
        ...(options.strict && { strict: "true" }),
      });
      for (const [key, value] of Object.entries(options.options ?? {}))
        query.append("option", `${key}=${value}`);
      const response = await fetch(`${origin}/api/projects/${project}/import?${query}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/octet-stream" },
        body: bytes,
      });
      const text = await response.text();
      if (!response.ok) throw new ApiError(response.status, text);
      return importReportSchema.parse(JSON.parse(text));
    },
    exportFile: async (project: string, options: Partial<ExportOptions> = {}): Promise<string> => {
      const query = new URLSearchParams({
        format: options.format ?? "pairs",
        layer: options.layer ?? "review",
      });
      for (const state of options.states ?? []) query.append("state", state);
      const response = await fetch(`${origin}/api/projects/${project}/export?${query}`, { headers });
      const text = await response.text();
      if (!response.ok) throw new ApiError(response.status, text);
      return text;
    },
  };
}

/** Redeems a one-time link; the session's cookie. */
export async function redeem(link: string): Promise<string> {
  const { origin, hash } = new URL(link);
  const response = await fetch(`${origin}/api/auth/open-link`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ token: hash.slice(1) }),
  });
  if (!response.ok) throw new ApiError(response.status, await response.text());
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

/** Signs the owner in by the link that a first start printed. */
export async function signIn(link: string | undefined): Promise<Api> {
  if (link === undefined) throw new Error("The server printed no one-time link.");
  return connect(new URL(link).origin, await redeem(link));
}
