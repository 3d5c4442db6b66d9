import { prompts } from "@spanbridge/projection";
import type { SupervisedShape } from "@spanbridge/shared/contracts";
import { supervisedLine } from "./shapes.ts";

/** A name with its counterpart, which stands literally in `text`. */
export type NamedText = {
  readonly english: string;
  readonly label: string;
  readonly target: string;
  readonly text: string;
};

/** `locate`: which words of the text stand for an English name; `name`: what a stretch of the text is called in English. */
export const nameTasks = ["locate", "name"] as const;
export type NameTask = (typeof nameTasks)[number];

/**
 * A line of a training file made of a validated pair, as the corpus of arXiv 2509.01147 is used: a text of the other
 * language, an English name, and the words that stand for it. In the words in which runs ask, in one question.
 */
export function nameLine(
  { english, label, target, text }: NamedText,
  task: NameTask,
  languages: Pick<prompts.PromptContext, "sourceLang" | "pivotLang">,
  shape: SupervisedShape,
): string {
  const context = { ...languages, labels: [], examples: [], names: [] };
  switch (task) {
    case "locate": {
      const { opening, turns } = prompts.locateDialogue(context, text, { text: english, label });
      const content = [turns[0], turns.at(-1)].join("\n\n");
      const messages = [...opening, { role: "user" as const, content }];
      return supervisedLine({ stage: "locate", messages, answer: target }, shape);
    }
    case "name": {
      const messages = prompts.checkMessages(context, text, [{ id: 1, phrase: target }]);
      const answer = prompts.asJson({ names: [{ id: 1, name: english }] });
      return supervisedLine({ stage: "translate", messages, answer }, shape);
    }
  }
}
