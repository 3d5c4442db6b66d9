import { unreachable } from "@spanbridge/shared";
import type { Drill, ErrorClass, ListOrigin, OutcomeKind } from "@spanbridge/shared/contracts";
import { plural } from "../../ui/format.ts";

/** What each class of errors is called, with what it means. */
export const errorNames: Record<ErrorClass, { readonly name: string; readonly means: string }> = {
  missed: { name: "Missed", means: "Nothing was said where there is an entity." },
  spurious: { name: "Spurious", means: "Something was said where there is none." },
  label: { name: "Label", means: "The right place with another label." },
  boundary: { name: "Boundary", means: "The right label, begun or ended elsewhere." },
  both: { name: "Label and boundary", means: "Another label, and begun or ended elsewhere." },
  link: { name: "Link", means: "A link to the translation is missing, or is one too many." },
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
  correct: "right link",
  endpoint: "link with another boundary",
  missing: "missing link",
  extra: "extra link",
} as const;

const projections = {
  exact: (count: number) => `${plural(count, "entity", "entities")} projected exactly`,
  wrong: (count: number) => `${plural(count, "entity", "entities")} projected elsewhere`,
  unprojected: (count: number) => `${plural(count, "entity", "entities")} not projected`,
  unaligned: (count: number) => `${plural(count, "entity", "entities")} without a counterpart`,
} as const;

/** "12 boundary errors". */
export function figureName(drill: Drill, items: number, bins = 10): string {
  switch (drill.kind) {
    case "outcome":
      return outcomes[drill.outcome](items);
    case "cell":
      if (drill.gold === null) return `${plural(items, `spurious ${drill.predicted ?? "span"}`)}`;
      if (drill.predicted === null) return plural(items, `missed ${drill.gold}`);
      return `${plural(items, drill.gold, drill.gold)} taken for ${drill.predicted}`;
    case "label": {
      const which = { gold: "expected", predicted: "predicted", correct: "right", wrong: "wrong" } as const;
      return `${plural(items, `${which[drill.of]} ${drill.label}`, `${which[drill.of]} ${drill.label}`)}`;
    }
    case "confidence": {
      const what = drill.of === "all" ? "span" : drill.of === "wrong" ? "wrong span" : "right span";
      if (drill.bin === null) return `${plural(items, what)} without a confidence`;
      const [from, to] = [drill.bin / bins, (drill.bin + 1) / bins];
      return `${plural(items, what)} with confidence ${from.toFixed(2)} to ${to.toFixed(2)}`;
    }
    case "edge": {
      const spans = plural(items, "span");
      if (drill.offset === 0) return `${spans} with the right ${drill.edge}`;
      const off = plural(Math.abs(drill.offset), "character");
      return `${spans} with the ${drill.edge} ${off} too ${drill.offset < 0 ? "early" : "late"}`;
    }
    case "link":
      return plural(items, links[drill.outcome]);
    case "projection":
      return projections[drill.outcome](items);
    case "occurrence":
      return `${plural(items, "span")} on ${drill.right ? "the right" : "another"} one of several occurrences`;
    case "name":
      return `${plural(items, "name")} ${drill.rendered ? "" : "not "}as memory has ${items === 1 ? "it" : "them"}`;
    case "without_annotation":
      return `${plural(items, "segment")} without an annotation`;
    case "other_text":
      return `${plural(items, "segment")} with another translation`;
    case "difference":
      return `${plural(items, "span")} that only one has`;
    default:
      return unreachable(drill);
  }
}

/** "12 boundary errors of predictions against gold". */
export function listTitle({ drill, items, options }: Extract<ListOrigin, { kind: "evaluation" }>): string {
  const { gold, predicted, other, bins } = options;
  const name = figureName(drill, items, bins);
  if (drill.kind !== "difference") return `${name} of ${predicted} against ${gold}`;
  const [has, lacks] = drill.better === "predicted" ? [predicted, other] : [other, predicted];
  return `${plural(items, "span")} that ${has} has exactly and ${lacks} has not, against ${gold}`;
}
