import { readFile } from "node:fs/promises";
import { type EnglishName, uniqueNames } from "@spanbridge/projection";
import { z } from "zod";
import { AppError } from "../error.ts";

const entitySchema = z.looseObject({ text: z.string().optional(), label: z.string().default("") });
const rowSchema = z.looseObject({
  eng_entity: z.string().optional(),
  english_text: z.string().optional(),
  english_entities: z
    .array(entitySchema.extend({ start: z.int().optional(), end: z.int().optional() }))
    .optional(),
});

/**
 * English names from a file: one a line, with a tab and a label behind it where there is one; or a pairs file (its English
 * entities), or a corpus of `{eng_entity, …}`, a row a line or as a list.
 */
export async function readNamesFile(place: string): Promise<EnglishName[]> {
  const text = await readFile(place, "utf8").catch((error: unknown) => {
    throw new AppError(
      "not_found",
      `${place} cannot be read: ${error instanceof Error ? error.message : error}.`,
    );
  });
  const bare = text.replace(/^\ufeff/u, "").trim();
  const rows = bare.startsWith("[") ? rowsOfList(bare, place) : undefined;
  if (rows) return uniqueNames(rows.flatMap(namesOfRow));
  const lines = bare.split(/\r?\n/u);
  const names = lines.flatMap((line, index): EnglishName[] => {
    if (line.trimStart().startsWith("{")) return namesOfRow(parsedRow(line, `${place}, line ${index + 1}`));
    const [name = "", label = ""] = line.split("\t");
    return index === 0 && /^(?:english|name)$/iu.test(name.trim()) ? [] : [{ name, label }];
  });
  return uniqueNames(names);
}

function rowsOfList(text: string, place: string): z.output<typeof rowSchema>[] | undefined {
  const parsed = z.array(rowSchema).safeParse(parsedJson(text, place));
  if (!parsed.success) throw new AppError("invalid_input", `${place} is a list, but not of rows with names.`);
  return parsed.data;
}

function parsedRow(text: string, place: string): z.output<typeof rowSchema> {
  const parsed = rowSchema.safeParse(parsedJson(text, place));
  if (!parsed.success) throw new AppError("invalid_input", `${place} is no row with names.`);
  return parsed.data;
}

function parsedJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid_input", `${place} is not valid JSON.`);
  }
}

function namesOfRow({
  eng_entity,
  english_text,
  english_entities,
}: z.output<typeof rowSchema>): EnglishName[] {
  const characters = [...(english_text ?? "")];
  const marked = (english_entities ?? []).map(({ text, start, end, label }) => ({
    name: text ?? characters.slice(start, end).join(""),
    label,
  }));
  return eng_entity === undefined ? marked : [...marked, { name: eng_entity, label: "" }];
}
