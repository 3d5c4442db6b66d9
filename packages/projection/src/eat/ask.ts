import { err, ok, type Result } from "@spanbridge/shared";
import type { EatStage } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { readJson } from "./parse/json.ts";
import { isRefusal, unusableMessage } from "./parse/usable.ts";
import type { Answer, LanguageModel, Question } from "./ports.ts";
import { askAgain, type Unusable } from "./prompts/again.ts";
import type { Dialogue, Message } from "./prompts/context.ts";

/** A stage that could not be done for a segment; `message` says why, for the person who reads the segment. */
export type StageFailure = { readonly stage: EatStage; readonly kind: string; readonly message: string };

type Usable<T> = { readonly value: T; readonly repaired: boolean };
type Reading<T> = { readonly usable: Usable<T> } | { readonly problem: Unusable; readonly half?: Usable<T> };

type Ask<T> = Omit<Question, "round" | "schema"> & {
  readonly schema: Question["schema"];
  readonly round?: number;
  /** The language the answer should be in, for the reminder. */
  readonly language: string;
  readonly read: (answer: Answer) => Reading<T>;
};

/** Asks, and once more with a word about what was wrong where the answer is of no use. */
export async function ask<T>(
  model: LanguageModel,
  question: Ask<T>,
): Promise<Result<Usable<T>, StageFailure>> {
  const { stage, entity, schema, language, read, round = 1 } = question;
  let messages = question.messages;
  let half: Usable<T> | undefined;
  let problem: Unusable = "unreadable";
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await model.ask({ stage, entity, schema, messages, round: round + attempt });
    if (!answer.ok) return err({ stage, kind: answer.error.kind, message: answer.error.message });
    const reading: Reading<T> = isRefusal(answer.value) ? { problem: "refused" } : read(answer.value);
    if ("usable" in reading)
      return ok({ ...reading.usable, repaired: reading.usable.repaired || attempt > 0 });
    problem = reading.problem;
    half = reading.half ?? half;
    messages = askAgain(messages, answer.value.text, problem, language);
  }
  if (half) return ok({ ...half, repaired: true });
  return err({ stage, kind: problem, message: unusableMessage(problem) });
}

/** A question whose answer is JSON of this form. `check` may find that what was read is of no use all the same. */
export function askForJson<T>(
  model: LanguageModel,
  question: Pick<Ask<T>, "stage" | "entity" | "messages" | "language">,
  form: { readonly name: string; readonly schema: z.ZodType<T> },
  check: (value: T) => Unusable | undefined = () => undefined,
): Promise<Result<Usable<T>, StageFailure>> {
  const json = z.toJSONSchema(form.schema, { io: "input" });
  return ask(model, {
    ...question,
    schema: { name: form.name, schema: json },
    read: (answer) => readAs(answer, form.schema, check),
  });
}

function readAs<T>(
  answer: Answer,
  schema: z.ZodType<T>,
  check: (value: T) => Unusable | undefined,
): Reading<T> {
  if (answer.text.trim() === "") return { problem: "empty" };
  const found = readJson(answer.text);
  const parsed = found && schema.safeParse(found.value);
  if (!found || !parsed?.success) return { problem: answer.finish === "length" ? "cut_off" : "unreadable" };
  const usable = { value: parsed.data, repaired: found.repaired };
  const problem = check(parsed.data);
  if (problem) return { problem };
  // What was cut off may be readable and lack its end.
  return answer.finish === "length" && found.repaired ? { problem: "cut_off", half: usable } : { usable };
}

/** Leads a dialogue of several rounds and gives the last answer, read as the caller says. */
export async function converse<T>(
  model: LanguageModel,
  question: Pick<Ask<T>, "stage" | "entity" | "language" | "read">,
  dialogue: Dialogue,
): Promise<Result<Usable<T>, StageFailure>> {
  const { stage, entity } = question;
  let messages: Message[] = [...dialogue.opening];
  for (const [index, turn] of dialogue.turns.entries()) {
    messages = [...messages, { role: "user", content: turn }];
    const round = index + 1;
    if (round === dialogue.turns.length)
      return ask(model, { ...question, messages, round, schema: undefined });
    const answer = await model.ask({ stage, entity, messages, round, schema: undefined });
    if (!answer.ok) return err({ stage, kind: answer.error.kind, message: answer.error.message });
    if (isRefusal(answer.value)) return err({ stage, kind: "refused", message: unusableMessage("refused") });
    messages = [...messages, { role: "assistant", content: answer.value.text }];
  }
  return err({ stage, kind: "unreadable", message: "The dialogue has no rounds." });
}
