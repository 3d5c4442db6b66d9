import { openAsBlob } from "node:fs";
import { err, ok, type Result } from "@spanbridge/shared";
import type { FineTuningSettings } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { apiKey } from "../language-model/endpoint.ts";
import { retryAfter } from "../language-model/retry-after.ts";

/** Why a question to the endpoint has no answer. `passing`: asking again may help; `asked`: after so many milliseconds. */
export type EndpointFailure = {
  readonly message: string;
  readonly passing: boolean;
  readonly status: number | null;
  readonly asked: number | undefined;
};
type Answer<T> = Promise<Result<T, EndpointFailure>>;

const fileSchema = z.object({ id: z.string().min(1).max(300), filename: z.string().default("") });
const eventSchema = z.object({
  id: z.string().max(300).default(""),
  created_at: z.number(),
  level: z.string().max(50).default("info"),
  message: z.string().default(""),
});
const jobSchema = z.object({
  id: z.string().min(1).max(300),
  status: z.string().max(100),
  fine_tuned_model: z.string().max(500).nullish(),
  training_file: z.string().nullish(),
  trained_tokens: z.number().nullish(),
  error: z.object({ message: z.string().nullish() }).nullish(),
});
export type EndpointJob = z.output<typeof jobSchema>;
export type EndpointEvent = z.output<typeof eventSchema>;
const listOf = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item) });

export type NewJob = {
  readonly trainFile: string;
  /** Empty: none. */
  readonly devFile: string;
};

/** An OpenAI-compatible endpoint for fine-tuning (POST /files, /fine_tuning/jobs). Never throws for what it does. */
export class FineTuningEndpoint {
  readonly #settings: FineTuningSettings;
  readonly #key: string | undefined;
  readonly #signal: AbortSignal;

  /** Throws an AppError where the server has no such key. */
  constructor(
    settings: FineTuningSettings,
    signal: AbortSignal,
    env: Readonly<Record<string, string | undefined>> = process.env,
  ) {
    this.#settings = settings;
    this.#key = apiKey(settings, env);
    this.#signal = signal;
  }

  /** The file of this name that is there already; null: none. An endpoint that does not list its files has none. */
  async findFile(name: string): Answer<string | null> {
    const found = await this.#ask("GET", "/files?purpose=fine-tune&limit=1000", listOf(fileSchema));
    if (!found.ok) return hasNoList(found.error) ? ok(null) : found;
    return ok(found.value.data.find(({ filename }) => filename === name)?.id ?? null);
  }

  /** Sends a file of this machine, as it is read. */
  async upload(path: string, name: string): Answer<string> {
    const form = new FormData();
    form.append("purpose", "fine-tune");
    form.append("file", await openAsBlob(path, { type: "application/jsonl" }), name);
    // A large file takes longer than a question does.
    const sent = await this.#ask("POST", "/files", fileSchema, form, 30);
    return sent.ok ? ok(sent.value.id) : sent;
  }

  /** The job on this file that is there and has not come to nothing; null: none. */
  async findJob(trainFile: string): Answer<EndpointJob | null> {
    const found = await this.#ask("GET", "/fine_tuning/jobs?limit=100", listOf(jobSchema));
    if (!found.ok) return hasNoList(found.error) ? ok(null) : found;
    const own = found.value.data.filter(({ training_file }) => training_file === trainFile);
    return ok(own.find(({ status }) => !hasComeToNothing(status)) ?? null);
  }

  create({ trainFile, devFile }: NewJob): Answer<EndpointJob> {
    const { baseModel, suffix, epochs, seed } = this.#settings;
    const body = {
      model: baseModel,
      training_file: trainFile,
      ...(devFile !== "" && { validation_file: devFile }),
      ...(suffix !== null && { suffix }),
      ...(seed !== null && { seed }),
      method: {
        type: "supervised",
        supervised: { hyperparameters: { n_epochs: epochs ?? "auto" } },
      },
    };
    return this.#ask("POST", "/fine_tuning/jobs", jobSchema, JSON.stringify(body));
  }

  job(id: string): Answer<EndpointJob> {
    return this.#ask("GET", `/fine_tuning/jobs/${encodeURIComponent(id)}`, jobSchema);
  }

  /** The latest first, as endpoints list them. None where they do not. */
  async events(id: string): Answer<readonly EndpointEvent[]> {
    const path = `/fine_tuning/jobs/${encodeURIComponent(id)}/events?limit=100`;
    const found = await this.#ask("GET", path, listOf(eventSchema));
    if (!found.ok) return hasNoList(found.error) ? ok([]) : found;
    return ok(found.value.data);
  }

  cancel(id: string): Answer<EndpointJob> {
    return this.#ask("POST", `/fine_tuning/jobs/${encodeURIComponent(id)}/cancel`, jobSchema);
  }

  async #ask<T extends z.ZodType>(
    method: "GET" | "POST",
    path: string,
    schema: T,
    body?: string | FormData,
    patience = 1,
  ): Answer<z.output<T>> {
    const { baseUrl, timeoutSeconds } = this.#settings;
    const timeout = AbortSignal.timeout(timeoutSeconds * patience * 1000);
    try {
      const response = await fetch(`${baseUrl.replace(/\/+$/, "")}${path}`, {
        method,
        // An allowed address must not hand text or key on to another one.
        redirect: "error",
        signal: AbortSignal.any([this.#signal, timeout]),
        headers: {
          ...(this.#key !== undefined && { authorization: `Bearer ${this.#key}` }),
          ...(typeof body === "string" && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      if (!response.ok) return err(refusal(response, text));
      const parsed = schema.safeParse(safeJson(text));
      if (parsed.success) return ok(parsed.data);
      return err(
        failure("The endpoint answered with something else than the fine-tuning interface has.", true),
      );
    } catch (error) {
      const message = timeout.aborted
        ? `The endpoint did not answer within ${timeoutSeconds * patience} s.`
        : `The endpoint ${new URL(baseUrl).origin} cannot be reached${detailOf(error)}.`;
      return err(failure(message, true));
    }
  }
}

/** Whether the endpoint has ended a job without a model, in the words of those that are known. */
export const hasComeToNothing = (status: string): boolean =>
  /^(?:failed|failed_validation|error|cancelled|canceled)$/i.test(status);

const hasNoList = ({ status }: EndpointFailure): boolean =>
  status === 404 || status === 405 || status === 501;

const failure = (
  message: string,
  passing: boolean,
  status: number | null = null,
  asked: number | undefined = undefined,
): EndpointFailure => ({ message, passing, status, asked });

function refusal({ status, headers }: Response, text: string): EndpointFailure {
  const asked = retryAfter(Object.fromEntries(headers), Date.now());
  if (status === 429) return failure("The endpoint is asked too often.", true, status, asked);
  if (status === 401 || status === 403)
    return failure("The endpoint does not accept the key.", false, status);
  const passing = status === 408 || status >= 500;
  return failure(`The endpoint answered with ${status}: ${wordsOf(text)}`, passing, status, asked);
}

const errorSchema = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

function wordsOf(text: string): string {
  const parsed = errorSchema.safeParse(safeJson(text));
  const said = !parsed.success
    ? text
    : typeof parsed.data.error === "string"
      ? parsed.data.error
      : parsed.data.error.message;
  return said.replace(/\s+/g, " ").trim().slice(0, 300) || "no reason given.";
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function detailOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && cause.message !== "" ? ` (${cause.message.slice(0, 200)})` : "";
}
