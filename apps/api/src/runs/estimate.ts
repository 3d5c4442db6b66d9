import type { RunEstimate, StartRun } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { measuredCalls } from "../db/exchanges.ts";
import { type SelectionFigures, selectionFigures } from "../db/run-figures.ts";
import { accessTo } from "../projects/access.ts";

/** Characters of our own words around a segment's text, in each call. */
const PROMPT_CHARACTERS = 1100;
/** Of English; other scripts take more tokens a character, which the factor below allows for. */
const CHARACTERS_A_TOKEN = 3.5;
const SOURCE_TOKENS_A_CHARACTER = 0.9;
const ENTITIES_A_SEGMENT = 2.5;
const MILLISECONDS_A_CALL = 2500;
const OFFLINE_SEGMENTS_A_SECOND = 150;

/** What a run would take, before it is started: from earlier calls to the same model, else from the lengths of the texts. */
export async function estimateRun(
  app: App,
  actor: Actor,
  { project, config, selection }: Pick<StartRun, "project" | "config" | "selection">,
): Promise<RunEstimate> {
  const { id } = await accessTo(app, actor, project, "manage");
  const figures = await selectionFigures(app.db.pool, id, selection);
  const { segments } = figures;
  if (config.engine === "offline") {
    const seconds = Math.ceil(segments / OFFLINE_SEGMENTS_A_SECOND) + 1;
    return { segments, calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, seconds, basis: "lengths" };
  }
  const calls = callsFor(config, figures);
  const measured = await measuredCalls(app.db.pool, id, config.model.model);
  const perCall = measured ?? byLengths(figures);
  const inputTokens = Math.round(calls * perCall.input);
  const outputTokens = Math.round(calls * perCall.output);
  const { price, requestsPerMinute } = config.model;
  const atOnce = (calls * perCall.milliseconds) / 1000 / Math.min(config.concurrency, Math.max(1, segments));
  const paced = requestsPerMinute === null ? 0 : (calls / requestsPerMinute) * 60;
  return {
    segments,
    calls,
    inputTokens,
    outputTokens,
    cost: (inputTokens * price.input + outputTokens * price.output) / 1e6,
    seconds: Math.ceil(Math.max(atOnce, paced)),
    basis: measured ? "measured" : "lengths",
  };
}

type EatConfig = Extract<StartRun["config"], { engine: "eat" }>;

function callsFor({ eat }: EatConfig, { segments, translated, marked, entities }: SelectionFigures): number {
  const toTranslate = eat.keepTranslation ? segments - translated : segments;
  const toRecognise = eat.keepEntities && eat.keepTranslation ? segments - marked : segments;
  const names = entities + ENTITIES_A_SEGMENT * toRecognise;
  const rounds = eat.mode === "faithful" ? 3 : 1;
  const locate = eat.mode === "faithful" ? 3 * names : segments;
  return Math.round(toTranslate * rounds + toRecognise + locate + (eat.check ? segments : 0));
}

function byLengths({ segments, characters }: SelectionFigures): {
  input: number;
  output: number;
  milliseconds: number;
} {
  const text = segments === 0 ? 0 : (characters / segments) * SOURCE_TOKENS_A_CHARACTER;
  return {
    input: PROMPT_CHARACTERS / CHARACTERS_A_TOKEN + 1.5 * text,
    output: 20 + text,
    milliseconds: MILLISECONDS_A_CALL,
  };
}
