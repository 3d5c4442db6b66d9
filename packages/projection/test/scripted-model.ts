import { err, ok } from "@spanbridge/shared";
import type { Answer, LanguageModel, ModelFailure, Question } from "../src/eat/index.ts";

export type Said = string | Partial<Answer> | ModelFailure;

/** A model that gives these answers, stage by stage in their order, and keeps what it was asked. */
export function scripted(script: Partial<Record<Question["stage"], readonly Said[]>>): {
  readonly model: LanguageModel;
  readonly asked: Question[];
} {
  const asked: Question[] = [];
  const left = new Map(Object.entries(script).map(([stage, said]) => [stage, [...said]]));
  return {
    asked,
    model: {
      ask: async (question) => {
        asked.push(question);
        const said = left.get(question.stage)?.shift();
        if (said === undefined) throw new Error(`the script has no further answer to ${question.stage}`);
        if (typeof said === "string") return ok({ text: said, finish: "stop" });
        return "kind" in said ? err(said) : ok({ text: "", finish: "stop", ...said });
      },
    },
  };
}

export const labels = [
  { name: "PER", description: "People." },
  { name: "ORG", description: "Organisations." },
  { name: "LOC", description: "Places." },
];
