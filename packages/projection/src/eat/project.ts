import { err, ok, type Result, spanId, Text } from "@spanbridge/shared";
import type { EatStage, RecordedSignal } from "@spanbridge/shared/contracts";
import type { PivotEntity } from "../offline/model.ts";
import type { StageFailure } from "./ask.ts";
import { checkPlaces } from "./check-places.ts";
import { confidenceOf } from "./confidence.ts";
import type { EatPorts } from "./ports.ts";
import type { PromptContext } from "./prompts/context.ts";
import { resolveOccurrences } from "./resolve.ts";
import type { EatEntity, EatOptions, EatResult, EatSegment } from "./segment.ts";
import { adjacentSignal, placeSignals, signal } from "./signals.ts";
import { type Located, locate } from "./stages/locate.ts";
import { recognise } from "./stages/recognise.ts";
import { translate } from "./stages/translate.ts";

/**
 * The four stages over one segment: translate → recognise → locate → check. A stage whose result the segment has is
 * skipped. Pure but for its ports: the same answers give the same result. A stage that fails fails the segment, with the
 * stage and a sentence; what earlier stages found is then of no use to a reviewer and not returned.
 */
export async function projectSegment(
  ports: EatPorts,
  context: PromptContext,
  segment: EatSegment,
  options: EatOptions,
): Promise<Result<EatResult, StageFailure>> {
  const signals: RecordedSignal[] = [];
  const stages: EatStage[] = [];
  const repaired = (stage: EatStage, was: boolean): void => {
    if (was)
      signals.push(
        signal("format_repaired", "", `The model's answer to “${stage}” was not in the agreed form.`),
      );
  };

  let { pivotText } = segment;
  if (pivotText === "") {
    stages.push("translate");
    const translated = await translate(ports.model, context, segment.sourceText, options.mode);
    if (!translated.ok) return translated;
    pivotText = translated.value.text;
    repaired("translate", translated.value.repaired);
  }

  let entities = segment.pivotText === "" ? undefined : segment.entities;
  if (entities === undefined) {
    stages.push("recognise");
    const recognised = await recognise(ports.model, context, pivotText);
    if (!recognised.ok) return recognised;
    entities = recognised.value.entities.map((entity, index) => ({ ...entity, id: options.newId(index) }));
    repaired("recognise", recognised.value.repaired);
    for (const { text, label, why } of recognised.value.leftOut) {
      const message =
        why === "no_such_label"
          ? `The model found “${text}” under the label ${label}, which this project does not have; it was left out.`
          : `The model found “${text}” (${label}), which is not in the translation; it was left out.`;
      signals.push(signal("not_literal", "", message));
    }
  }

  const pivot = new Text(pivotText);
  const named = entities.map((entity, index) => ({
    ...entity,
    number: index + 1,
    text: pivot.slice(entity),
  }));
  if (named.length > 0) stages.push("locate");
  const located = await locate(
    ports.model,
    context,
    {
      sourceText: segment.sourceText,
      pivotText,
      entities: named.map(({ number, text, label }) => ({ id: number, text, label })),
    },
    options.mode,
  );
  if (!located.ok) return located;
  repaired(
    "locate",
    located.value.some((one) => one.repaired),
  );

  const source = new Text(segment.sourceText);
  const placed = placeAll(source, pivot, entities, located.value, context, signals);
  const checked = await checkPlaces(ports, context, { ...segment, pivotText }, placed, options.check);
  if (!checked.ok) return err(checked.error);
  if (checked.value.asked) stages.push("check");
  repaired("check", checked.value.repaired);
  return ok({
    pivotText,
    stages,
    entities: checked.value.entities,
    signals: [...signals, ...checked.value.signals],
    unplacedAnswers: placed.flatMap(({ id, place, answer }) =>
      place === undefined && answer !== null ? [{ span: spanId(id), answer }] : [],
    ),
  });
}

function placeAll(
  source: Text,
  pivot: Text,
  entities: readonly PivotEntity[],
  located: readonly Located[],
  { sourceLang }: PromptContext,
  signals: RecordedSignal[],
): EatEntity[] {
  const resolved = resolveOccurrences(
    source,
    entities.map((entity, index) => ({
      at: entity.start / Math.max(1, pivot.length),
      answer: located[index]?.answer ?? "",
      occurrences: located[index]?.placement?.occurrences ?? [],
      before: located[index]?.before ?? "",
    })),
  );
  return entities.map((entity, index): EatEntity => {
    const { answer = null, placement } = located[index] ?? {};
    const chosen = resolved[index] ?? { range: undefined, shared: false, overlaps: false };
    const { range, shared } = chosen;
    if (!placement || !range || answer === null) {
      signals.push(
        answer === null
          ? signal(
              "not_projected",
              entity.id,
              "The model says that the source text does not express this entity.",
            )
          : signal(
              "not_literal",
              entity.id,
              `The model answered “${answer}”, which is not in the source text.`,
            ),
      );
      return { ...entity, place: undefined, confidence: 0, answer, shared: false };
    }
    signals.push(...placeSignals(entity.id, source, answer, placement, chosen));
    const adjacent = adjacentSignal(entity.id, source, range, sourceLang);
    if (adjacent) signals.push(adjacent);
    const confidence = confidenceOf(placement, {
      chosenFrom: placement.occurrences.length,
      overlaps: chosen.overlaps || shared,
    });
    return { ...entity, place: { ...range, surface: source.slice(range) }, confidence, answer, shared };
  });
}
