import {
  confidenceBin,
  distinctSpans,
  exactProjection,
  judgedSpans,
  occurrenceAccuracy,
} from "@spanbridge/metrics";
import { unreachable } from "@spanbridge/shared";
import type { Drill, EvaluationOptions } from "@spanbridge/shared/contracts";
import { type Judgement, linksIn, projectionIn } from "./judge.ts";
import type { Judged } from "./judged.ts";
import { countNames, knownNames, type Renderings } from "./names.ts";

/**
 * How much of a figure is in this segment: the figure is the sum over all segments, its list holds those that have any.
 * Made from the same judgements as the figures, so that both always agree.
 */
export function itemsOf(
  drill: Drill,
  judged: Judged,
  options: EvaluationOptions,
  renderings: Renderings,
): number {
  if (drill.kind === "difference") {
    return drill.better === "predicted" ? onlyOneHas(judged, 0, 1) : onlyOneHas(judged, 1, 0);
  }
  const [judgement] = judged.judgements;
  if (!judgement) return drill.kind === "other_text" ? 1 : 0;
  if (drill.kind === "name") {
    const names = knownNames(judgement, renderings, new Set(options.filter.labels));
    return countNames(names, renderings, drill.rendered);
  }
  return itemsIn(drill, judgement, options);
}

function itemsIn(
  drill: Exclude<Drill, { kind: "difference" | "name" }>,
  judgement: Judgement,
  { filter, bins }: EvaluationOptions,
): number {
  const { outcomes } = judgement;
  const labels = new Set(filter.labels);
  switch (drill.kind) {
    case "outcome":
      return drill.outcome === "link"
        ? linksIn(judgement, labels).filter(({ kind }) => kind === "missing" || kind === "extra").length
        : outcomes.filter(({ kind }) => kind === drill.outcome).length;
    case "cell":
      return outcomes.filter(
        ({ gold, predicted }) =>
          (gold?.label ?? null) === drill.gold && (predicted?.label ?? null) === drill.predicted,
      ).length;
    case "label":
      return spansOf(judgement, drill.label, drill.of);
    case "confidence":
      return [...judgedSpans(outcomes)].filter(
        ({ confidence, correct }) =>
          (confidenceBin(confidence, bins) ?? null) === drill.bin &&
          (drill.of === "all" || correct === (drill.of === "correct")),
      ).length;
    case "edge":
      return outcomes.filter(
        ({ gold, predicted }) =>
          gold && predicted && predicted[drill.edge] - gold[drill.edge] === drill.offset,
      ).length;
    case "link":
      return linksIn(judgement, labels).filter(({ kind }) => kind === drill.outcome).length;
    case "projection": {
      const segment = projectionIn(judgement, labels);
      if (!segment) return 0;
      return exactProjection([segment]).outcomes.filter(({ kind }) => kind === drill.outcome).length;
    }
    case "occurrence": {
      const segment = projectionIn(judgement, labels);
      if (!segment) return 0;
      return occurrenceAccuracy([segment]).outcomes.filter(({ right }) => right === drill.right).length;
    }
    case "without_annotation":
      return judgement.present ? 0 : 1;
    case "other_text":
      return judgement.sameText ? 0 : 1;
    default:
      return unreachable(drill);
  }
}

function spansOf(
  { outcomes, spans }: Judgement,
  label: string,
  of: "gold" | "predicted" | "correct" | "wrong",
): number {
  switch (of) {
    case "gold":
    case "predicted":
      return distinctSpans(spans[of].filter((span) => span.label === label)).length;
    case "correct":
      return outcomes.filter(({ kind, gold }) => kind === "correct" && gold.label === label).length;
    case "wrong":
      return outcomes.filter(
        ({ kind, gold, predicted }) =>
          kind !== "correct" && (gold?.label === label || predicted?.label === label),
      ).length;
    default:
      return unreachable(of);
  }
}

/** Gold spans that one system has exactly and the other has not; 0 where one of them cannot be compared. */
export function onlyOneHas({ judgements }: Judged, one: number, another: number): number {
  const [a, b] = [judgements[one], judgements[another]];
  if (!a || !b) return 0;
  const found = new Set(keysOf(b));
  return keysOf(a).filter((key) => !found.has(key)).length;
}

const keysOf = ({ outcomes }: Judgement): string[] =>
  outcomes.flatMap(({ kind, gold }) =>
    kind === "correct" && gold ? [`${gold.start} ${gold.end} ${gold.label}`] : [],
  );
