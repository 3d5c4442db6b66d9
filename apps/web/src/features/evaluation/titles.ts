import { unreachable } from "@spanbridge/shared";
import type { Drill, ErrorClass, ListOrigin, OutcomeKind } from "@spanbridge/shared/contracts";
import { plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";

/** What each class of errors is called, with what it means. */
export const errorNames: Record<ErrorClass, { readonly name: string; readonly means: string }> = {
  missed: { name: t("Missed"), means: t("Nothing was said where there is an entity.") },
  spurious: { name: t("Spurious"), means: t("Something was said where there is none.") },
  label: { name: t("Label"), means: t("The right place with another label.") },
  boundary: { name: t("Boundary"), means: t("The right label, begun or ended elsewhere.") },
  both: { name: t("Label and boundary"), means: t("Another label, and begun or ended elsewhere.") },
  link: { name: t("Link"), means: t("A link to the translation is missing, or is one too many.") },
};

const outcomes: Record<OutcomeKind | "link", (count: number) => string> = {
  correct: (count) => plural(count, "right span"),
  missed: (count) => plural(count, "missed span"),
  spurious: (count) => plural(count, "spurious span"),
  label: (count) => plural(count, "label error"),
  boundary: (count) => plural(count, "boundary error"),
  both: (count) => plural(count, "error of label and boundary", "errors of label and boundary"),
  link: (count) => plural(count, "link error"),
};

const links = {
  correct: t("right link"),
  endpoint: t("link with another boundary"),
  missing: t("missing link"),
  extra: t("extra link"),
} as const;

const projections = {
  exact: (count: number) =>
    t("{{entities}} projected exactly", { entities: plural(count, "entity", "entities") }),
  wrong: (count: number) =>
    t("{{entities}} projected elsewhere", { entities: plural(count, "entity", "entities") }),
  unprojected: (count: number) =>
    t("{{entities}} not projected", { entities: plural(count, "entity", "entities") }),
  unaligned: (count: number) =>
    t("{{entities}} without a counterpart", { entities: plural(count, "entity", "entities") }),
} as const;

/** "12 boundary errors". */
export function figureName(drill: Drill, items: number, bins = 10): string {
  switch (drill.kind) {
    case "outcome":
      return outcomes[drill.outcome](items);
    case "cell":
      if (drill.gold === null)
        return `${plural(items, t("spurious {{predicted}}", { predicted: drill.predicted ?? "span" }))}`;
      if (drill.predicted === null) return plural(items, t("missed {{gold}}", { gold: drill.gold }));
      return t("{{items}} taken for {{predicted}}", {
        items: plural(items, drill.gold, drill.gold),
        predicted: drill.predicted,
      });
    case "label": {
      const which = { gold: "expected", predicted: "predicted", correct: "right", wrong: "wrong" } as const;
      return `${plural(items, `${which[drill.of]} ${drill.label}`, `${which[drill.of]} ${drill.label}`)}`;
    }
    case "confidence": {
      const what = drill.of === "all" ? "span" : drill.of === "wrong" ? t("wrong span") : t("right span");
      if (drill.bin === null) return t("{{items}} without a confidence", { items: plural(items, what) });
      const [from, to] = [drill.bin / bins, (drill.bin + 1) / bins];
      return t("{{items}} with confidence {{value}} to {{value2}}", {
        items: plural(items, what),
        value: from.toFixed(2),
        value2: to.toFixed(2),
      });
    }
    case "edge": {
      const spans = plural(items, "span");
      if (drill.offset === 0) return t("{{spans}} with the right {{edge}}", { spans, edge: drill.edge });
      const off = plural(Math.abs(drill.offset), "character");
      return t("{{spans}} with the {{edge}} {{off}} too {{value}}", {
        spans,
        edge: drill.edge,
        off,
        value: drill.offset < 0 ? "early" : "late",
      });
    }
    case "link":
      return plural(items, links[drill.outcome]);
    case "projection":
      return projections[drill.outcome](items);
    case "occurrence":
      return t("{{spans}} on {{value}} one of several occurrences", {
        spans: plural(items, "span"),
        value: drill.right ? "the right" : "another",
      });
    case "name":
      return drill.rendered
        ? t("{{names}} as memory has them", { names: plural(items, "name") })
        : t("{{names}} not as memory has them", { names: plural(items, "name") });
    case "without_annotation":
      return t("{{segments}} without an annotation", { segments: plural(items, "segment") });
    case "other_text":
      return t("{{segments}} with another translation", { segments: plural(items, "segment") });
    case "difference":
      return t("{{spans}} that only one has", { spans: plural(items, "span") });
    default:
      return unreachable(drill);
  }
}

/** "12 boundary errors of predictions against gold". */
export function listTitle({ drill, items, options }: Extract<ListOrigin, { kind: "evaluation" }>): string {
  const { gold, predicted, other, bins } = options;
  const name = figureName(drill, items, bins);
  if (drill.kind !== "difference")
    return t("{{name}} of {{predicted}} against {{gold}}", { name, predicted, gold });
  const [has, lacks] = drill.better === "predicted" ? [predicted, other] : [other, predicted];
  return t("{{spans}} that {{has}} has exactly and {{lacks}} has not, against {{gold}}", {
    spans: plural(items, "span"),
    has: has ?? "",
    lacks: lacks ?? "",
    gold,
  });
}
