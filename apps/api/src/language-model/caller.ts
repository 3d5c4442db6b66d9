import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { ModelFailure, Question } from "@spanbridge/projection";
import { err, ok, type Result } from "@spanbridge/shared";
import type { ModelSettings } from "@spanbridge/shared/contracts";
import { APICallError, generateText, jsonSchema, NoObjectGeneratedError, Output } from "ai";
import { apiKey } from "./endpoint.ts";
import { type Clock, paceOf, realClock } from "./pace.ts";
import { retryAfter, waitBefore } from "./retry-after.ts";

/** What came back from one call, and what it took. */
export type Call = {
  readonly text: string;
  readonly finish: "stop" | "length" | "refused" | "other";
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly milliseconds: number;
};

/** Asks a language model; tries again what failed in passing. Never throws for what an endpoint does. */
export type Caller = (
  question: Pick<Question, "messages" | "schema">,
  signal: AbortSignal,
) => Promise<Result<Call, ModelFailure>>;

export type CallerOptions = {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  readonly random?: () => number;
};

const PROVIDER = "model";

/** A caller for an OpenAI-compatible endpoint. */
export function createCaller(settings: ModelSettings, options: CallerOptions = {}): Caller {
  const { env = process.env, clock = realClock, random = Math.random } = options;
  const pace = paceOf(settings.baseUrl, settings.requestsPerMinute, clock);
  const provider = createOpenAICompatible({
    name: PROVIDER,
    baseURL: settings.baseUrl.replace(/\/+$/, ""),
    apiKey: apiKey(settings, env) ?? "",
    supportsStructuredOutputs: settings.output === "structured",
  });
  const model = provider.chatModel(settings.model);
  return async (question, signal) => {
    for (let attempt = 1; ; attempt++) {
      const timeout = AbortSignal.timeout(settings.timeoutSeconds * 1000);
      try {
        await pace.turn(signal);
        return ok(await once(model, settings, question, AbortSignal.any([signal, timeout]), clock));
      } catch (error) {
        if (signal.aborted) return err({ kind: "cancelled", message: "The run was stopped." });
        const { failure, passing, asked } = explain(error, timeout.aborted, settings, clock.now());
        if (!passing || attempt > settings.retries) return err(failure);
        const wait = waitBefore(attempt, asked, random());
        if (asked !== undefined) pace.holdUntil(clock.now() + wait);
        try {
          await clock.sleep(wait, signal);
        } catch {
          return err({ kind: "cancelled", message: "The run was stopped." });
        }
      }
    }
  };
}

type Model = Parameters<typeof generateText>[0]["model"];

async function once(
  model: Model,
  settings: ModelSettings,
  { messages, schema }: Pick<Question, "messages" | "schema">,
  abortSignal: AbortSignal,
  clock: Clock,
): Promise<Call> {
  const began = clock.now();
  const request = {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    allowSystemInMessages: true,
    temperature: settings.temperature,
    maxOutputTokens: settings.maxOutputTokens,
    maxRetries: 0,
    abortSignal,
    ...(settings.seed !== null && { seed: settings.seed }),
    ...(settings.reasoningEffort !== null && {
      providerOptions: { [PROVIDER]: { reasoningEffort: settings.reasoningEffort } },
    }),
  };
  const call = (found: Found): Call => ({
    text: found.text ?? "",
    finish: finishOf(found.finishReason),
    inputTokens: found.usage?.inputTokens ?? 0,
    outputTokens: found.usage?.outputTokens ?? 0,
    milliseconds: Math.round(clock.now() - began),
  });
  if (settings.output === "text" || schema === undefined) return call(await generateText(request));
  const { name } = schema;
  try {
    const output = Output.object({ schema: jsonSchema({ ...schema.schema }), name });
    return call(await generateText({ ...request, output }));
  } catch (error) {
    // The answer is not what the schema says. Reading it all the same, or asking again, is the stage's affair.
    if (NoObjectGeneratedError.isInstance(error)) return call(error);
    throw error;
  }
}

type Found = {
  readonly text: string | undefined;
  readonly finishReason: string | undefined;
  readonly usage:
    | { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined }
    | undefined;
};

function finishOf(reason: string | undefined): Call["finish"] {
  if (reason === "stop" || reason === "length") return reason;
  return reason === "content-filter" ? "refused" : "other";
}

type Explained = {
  readonly failure: ModelFailure;
  readonly passing: boolean;
  readonly asked: number | undefined;
};

function explain(error: unknown, timedOut: boolean, settings: ModelSettings, now: number): Explained {
  const because = (
    kind: ModelFailure["kind"],
    message: string,
    passing: boolean,
    asked?: number,
  ): Explained => ({
    failure: { kind, message },
    passing,
    asked,
  });
  if (timedOut)
    return because("timeout", `The model did not answer within ${settings.timeoutSeconds} s.`, true);
  if (!APICallError.isInstance(error)) {
    return because("unreachable", `The model's endpoint could not be asked: ${wordsOf(error)}.`, true);
  }
  const { statusCode, responseHeaders } = error;
  const asked = retryAfter(responseHeaders, now);
  if (statusCode === 429)
    return because("rate_limited", "The model's endpoint is asked too often.", true, asked);
  if (statusCode === undefined) {
    return because(
      "unreachable",
      `The model's endpoint ${new URL(settings.baseUrl).origin} cannot be reached.`,
      true,
    );
  }
  // An endpoint behind a proxy answers with these while it starts or is overloaded.
  const passing = statusCode === 408 || statusCode === 409 || statusCode >= 500;
  if (statusCode === 401 || statusCode === 403) {
    return because("rejected", "The model's endpoint does not accept the key.", false);
  }
  if (statusCode >= 200 && statusCode < 300) {
    return because(
      "unreadable",
      "The model's endpoint answered with something that is no chat completion.",
      true,
    );
  }
  return because(
    "rejected",
    `The model's endpoint answered with ${statusCode}: ${wordsOf(error)}.`,
    passing,
    asked,
  );
}

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, " ")
    .slice(0, 200)
    .replace(/\.$/, "");
