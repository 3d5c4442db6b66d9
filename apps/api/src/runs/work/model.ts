import { createHash } from "node:crypto";
import type { LanguageModel, Question } from "@spanbridge/projection";
import { ok } from "@spanbridge/shared";
import type { ModelSettings } from "@spanbridge/shared/contracts";
import { findAnswer, forgetUsesFrom, keepAnswer, noteUse, type StoredAnswer } from "../../db/exchanges.ts";
import type { Querier } from "../../db/transaction.ts";
import type { Call, Caller } from "../../language-model/caller.ts";

/**
 * What decides an answer, as one key: the same question to the same model with the same settings has the same one. `again`
 * counts how often a person has had the stage asked anew.
 */
export function keyOf(settings: ModelSettings, { messages, schema }: Question, again: number): string {
  const { baseUrl, model, temperature, seed, reasoningEffort, output, maxOutputTokens } = settings;
  const decisive = [baseUrl, model, temperature, seed, reasoningEffort, output, maxOutputTokens];
  const asked = [
    messages.map(({ role, content }) => [role, content]),
    output === "structured" ? (schema ?? null) : null,
  ];
  return createHash("sha256")
    .update(JSON.stringify([decisive, asked, again]))
    .digest("hex");
}

export const costOf = (
  { price }: ModelSettings,
  { inputTokens, outputTokens }: Pick<Call, "inputTokens" | "outputTokens">,
): number => (inputTokens * price.input + outputTokens * price.output) / 1e6;

/** Questions that are on their way, so that segments that say the same are not paid for twice at once. */
export type InFlight = Map<string, ReturnType<LanguageModel["ask"]>>;

type Place = {
  readonly runId: string;
  readonly segmentId: string;
  readonly projectId: string;
  readonly again: Readonly<Record<string, number>>;
};

/** The language model as the stages of one segment see it: every exchange is kept, and none is paid for twice. */
export class RecordedModel implements LanguageModel {
  readonly #db: Querier;
  readonly #call: Caller;
  readonly #settings: ModelSettings;
  readonly #place: Place;
  readonly #inFlight: InFlight;
  readonly #signal: AbortSignal;
  #position = 0;

  constructor(
    db: Querier,
    call: Caller,
    settings: ModelSettings,
    place: Place,
    inFlight: InFlight,
    signal: AbortSignal,
  ) {
    this.#db = db;
    this.#call = call;
    this.#settings = settings;
    this.#place = place;
    this.#inFlight = inFlight;
    this.#signal = signal;
  }

  readonly ask: LanguageModel["ask"] = async (question) => {
    const { projectId, again } = this.#place;
    const key = keyOf(this.#settings, question, again[question.stage] ?? 0);
    const known = await findAnswer(this.#db, projectId, key);
    const answer = known ? ok(answerOf(known)) : await this.#askOnce(key, question);
    if (answer.ok) await this.#note(key, question);
    return answer;
  };

  /** The segment is done: what an earlier try had noted beyond this is no part of its result. */
  async finish(): Promise<void> {
    await forgetUsesFrom(this.#db, this.#place, this.#position);
  }

  #askOnce(key: string, question: Question): ReturnType<LanguageModel["ask"]> {
    const running = this.#inFlight.get(key);
    if (running) return running;
    const asking = this.#pay(key, question).finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, asking);
    return asking;
  }

  async #pay(key: string, question: Question): ReturnType<LanguageModel["ask"]> {
    const called = await this.#call(question, this.#signal);
    if (!called.ok) return called;
    const { projectId, runId } = this.#place;
    const { text, finish, inputTokens, outputTokens, milliseconds } = called.value;
    // PostgreSQL keeps no NUL; nothing in an answer can depend on one.
    const answer = text.replaceAll("\0", "").toWellFormed();
    await keepAnswer(this.#db, {
      projectId,
      key,
      runId,
      model: this.#settings.model,
      messages: question.messages,
      answer,
      finish,
      inputTokens,
      outputTokens,
      milliseconds,
      cost: costOf(this.#settings, called.value),
    });
    return ok({ text: answer, finish });
  }

  async #note(key: string, { stage, round, entity }: Question): Promise<void> {
    const { runId, segmentId, projectId } = this.#place;
    await noteUse(this.#db, {
      runId,
      segmentId,
      projectId,
      position: this.#position++,
      key,
      stage,
      round,
      entity,
    });
  }
}

const FINISHES = ["stop", "length", "refused"] as const;

const answerOf = ({ answer, finish }: StoredAnswer) => ({
  text: answer,
  finish: FINISHES.find((one) => one === finish) ?? ("other" as const),
});
