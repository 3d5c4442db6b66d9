import { ok, type Result, sameRange, Text } from "@spanbridge/shared";
import type { RecordedSignal } from "@spanbridge/shared/contracts";
import { fold } from "../offline/text/fold.ts";
import { nameKey } from "../offline/text/pivot.ts";
import type { StageFailure } from "./ask.ts";
import { afterChecks } from "./confidence.ts";
import type { EatPorts } from "./ports.ts";
import type { PromptContext, PromptName } from "./prompts/context.ts";
import type { EatEntity } from "./segment.ts";
import { signal } from "./signals.ts";
import { sameName, translateBack } from "./stages/check.ts";

type Checked = {
  readonly entities: readonly EatEntity[];
  readonly signals: readonly RecordedSignal[];
  /** Whether the model was asked. */
  readonly asked: boolean;
  readonly repaired: boolean;
};

/** Compares what was found with memory, with another engine where there is one, and with its own translation back. */
export async function checkPlaces(
  ports: EatPorts,
  context: PromptContext,
  segment: { readonly sourceText: string; readonly pivotText: string },
  entities: readonly EatEntity[],
  back: boolean,
): Promise<Result<Checked, StageFailure>> {
  const pivot = new Text(segment.pivotText);
  const names = entities.map((entity) => pivot.slice(entity));
  const placed = entities.flatMap((entity, index) =>
    entity.place ? [{ id: index + 1, phrase: entity.place.surface }] : [],
  );
  const asked = back && placed.length > 0;
  const returned = asked
    ? await translateBack(ports.model, context, segment.sourceText, placed)
    : ok({ names: new Map<number, string>(), repaired: false });
  if (!returned.ok) return returned;
  const memory = byKey((await ports.memory?.byPivot(names)) ?? []);
  const second = await ports.secondOpinion?.({ ...segment, entities });

  const signals: RecordedSignal[] = [];
  const checked = entities.map((entity, index): EatEntity => {
    const name = names[index] ?? "";
    const known = memory.get(nameKey(name)) ?? [];
    const labels = new Set(known.map(({ label }) => label).filter((label) => label !== ""));
    if (labels.size > 0 && !labels.has(entity.label)) {
      signals.push(
        signal(
          "label_conflicts_with_memory",
          entity.id,
          `Labelled ${entity.label} here and ${[...labels].join(", ")} in memory.`,
        ),
      );
    }
    const { place } = entity;
    if (!place) return entity;
    let contradicted = 0;
    const translated = returned.value.names.get(index + 1);
    if (translated !== undefined && !sameName(translated, name)) {
      contradicted++;
      signals.push(
        signal(
          "back_translation_differs",
          entity.id,
          `“${place.surface}” translated back is “${translated}”, not “${name}”.`,
        ),
      );
    }
    const other = second?.[index];
    if (other && !sameRange(other, place)) {
      contradicted++;
      const elsewhere = new Text(segment.sourceText).slice(other);
      signals.push(signal("engines_disagree", entity.id, `The offline engine takes “${elsewhere}”.`));
    }
    const confirmed = known.some(({ source }) => fold(source) === fold(place.surface));
    return { ...entity, confidence: afterChecks(entity.confidence, { confirmed, contradicted }) };
  });
  return ok({ entities: checked, signals, asked, repaired: returned.value.repaired });
}

function byKey(names: readonly PromptName[]): ReadonlyMap<string, readonly PromptName[]> {
  const found = new Map<string, PromptName[]>();
  for (const name of names) {
    const key = nameKey(name.pivot);
    found.set(key, [...(found.get(key) ?? []), name]);
  }
  return found;
}
