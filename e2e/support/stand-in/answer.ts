import type { Knowledge, Known } from "./data.ts";

export type ChatMessage = { readonly role: string; readonly content: string };

/** What a question asks for, read from the words of the conversation alone, as a model would. */
export function answerTo(messages: readonly ChatMessage[], knowledge: Knowledge): string {
  const system = messages[0]?.content ?? "";
  const users = messages.filter(({ role }) => role === "user").map(({ content }) => content);
  const last = users.at(-1) ?? "";
  const question = /^That |^This is a published text|^The answer was cut off/u.test(last)
    ? (users.at(-2) ?? "")
    : last;
  if (system.startsWith("You translate from")) {
    const known = knowledge.ofSource(question);
    const names = known.names.flatMap(({ english, source }) => (source ? [{ source, pivot: english }] : []));
    return JSON.stringify({ names, translation: known.english });
  }
  if (system.startsWith("You mark named entities")) {
    const names = knowledge.ofEnglish(question)?.names ?? [];
    return JSON.stringify({ entities: names.map(({ english, label }) => ({ text: english, label })) });
  }
  if (system.startsWith("You get a") && system.includes("its ")) {
    if (question.includes("\n\nStretches:\n")) return namesBack(question, knowledge);
    return places(question, knowledge);
  }
  if (system.startsWith("You get a")) return namesBack(question, knowledge);
  if (system.startsWith("You are an experienced translator")) return translationRound(users, knowledge);
  if (system.startsWith("You match")) return locationRound(users, knowledge);
  return "I do not know what to do.";
}

const section = (question: string, name: string): string =>
  question.split(`${name}:\n`)[1]?.split("\n\n")[0] ?? "";

function places(question: string, knowledge: Knowledge): string {
  const known = knowledge.ofSource(section(question, "Text"));
  const entities: { id: number; text: string }[] = JSON.parse(section(question, "Entities"));
  const left = [...known.names];
  return JSON.stringify({
    places: entities.map(({ id, text }) => {
      const at = left.findIndex(({ english }) => english === text);
      const found = at === -1 ? undefined : left.splice(at, 1)[0];
      return { id, phrase: found?.source ?? null, before: "" };
    }),
  });
}

function namesBack(question: string, knowledge: Knowledge): string {
  const stretches: { id: number; phrase: string }[] = JSON.parse(section(question, "Stretches"));
  return JSON.stringify({
    names: stretches.map(({ id, phrase }) => ({ id, name: knowledge.nameOf(phrase) ?? "something else" })),
  });
}

function translationRound(users: readonly string[], knowledge: Knowledge): string {
  const source = section(users[1] ?? "", "The text");
  const known = knowledge.ofSource(source);
  if (users.length === 2) return namesIn(known);
  return users.length === 3 ? `Keeping them in mind: ${known.english}` : known.english;
}

const namesIn = ({ names }: Known): string =>
  names.map(({ source, english }) => `- ${source ?? "?"}: ${english}`).join("\n") || "There are none.";

function locationRound(users: readonly string[], knowledge: Knowledge): string {
  const asked = /^Phrase in [^:]*: ([^\n]*)\nText in [^:]*: ([\s\S]*)$/u.exec(users[1] ?? "");
  const found = knowledge
    .ofSource(asked?.[2] ?? "")
    .names.find(({ english }) => english === asked?.[1])?.source;
  if (users.length === 2) return found ? `It should be “${found}”.` : "I do not see it.";
  return users.length === 3 ? "Yes, every character is there." : (found ?? "NONE");
}
