import type { SegmentRecord } from "@spanbridge/formats";
import { annotationOf, projectSegment, segmentOf } from "@spanbridge/projection";
import { ok } from "@spanbridge/shared";
import { runConfigSchema } from "@spanbridge/shared/contracts";
import { AppError } from "../error.ts";
import { createCaller } from "../language-model/caller.ts";
import { modelFrom } from "./model-options.ts";
import { type Answer, languageOf, type ProjectOptions, withoutSource } from "./project-options.ts";

/**
 * Projects records by a language model, several at a time. Translations and English entities of the file are kept; what it
 * lacks is made. A record that fails stays as it was, with the reason as its signal.
 */
export async function projectByModel(
  records: readonly SegmentRecord[],
  options: ProjectOptions,
): Promise<Answer[]> {
  const parsed = runConfigSchema.safeParse({
    engine: "eat",
    ...modelFrom(options),
    concurrency: Number(options.concurrency),
  });
  if (!parsed.success || parsed.data.engine !== "eat") {
    throw new AppError(
      "invalid_input",
      parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n") ?? "",
    );
  }
  const { model, eat, concurrency } = parsed.data;
  const call = createCaller(model);
  const labels = options.labels.split(",").map((name) => ({ name: name.trim(), description: "" }));
  const never = new AbortController().signal;
  const answers: Answer[] = [];
  const project = async (record: SegmentRecord): Promise<Answer> => {
    const annotation = withoutSource(record.annotation);
    const segment = segmentOf(annotation, { translation: true, entities: true });
    const found = await projectSegment(
      {
        model: {
          ask: async (question) => {
            const called = await call(question, never);
            return called.ok ? ok({ text: called.value.text, finish: called.value.finish }) : called;
          },
        },
      },
      {
        sourceLang: languageOf(record, options),
        pivotLang: options.pivotLang,
        labels,
        examples: [],
        names: [],
      },
      segment,
      { mode: eat.mode, check: eat.check, newId: (index) => `e${index + 1}` },
    );
    if (!found.ok) {
      const failed = `${found.error.stage}: ${found.error.message}`;
      const signals = [{ entity: "", kind: "failed", message: failed }];
      return { annotation: record.annotation, signals, placed: 0, unplaced: 0, kept: 0, failed };
    }
    const made = annotationOf(annotation, segment, found.value, "eat");
    const placed = found.value.entities.filter(({ place }) => place !== undefined).length;
    return {
      annotation: made.annotation,
      signals: made.signals.map(({ kind, span, message }) => ({ entity: span, kind, message })),
      placed,
      unplaced: found.value.entities.length - placed,
      kept: 0,
    };
  };
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < records.length; index = next++) {
      const record = records[index];
      if (record) answers[index] = await project(record);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return answers;
}
