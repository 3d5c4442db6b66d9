import { unreachable } from "@spanbridge/shared";
import type { AgreementKind, ComparisonDrill, ListOrigin } from "@spanbridge/shared/contracts";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";

/** What each way of agreeing or differing is called, with what it means. */
export const agreementWords = (
  a: string,
  b: string,
): Record<AgreementKind, { readonly name: string; readonly means: string }> => ({
  same: { name: t("The same"), means: t("Place and label agree.") },
  boundary: { name: t("Boundary differs"), means: t("The same label, begun or ended elsewhere.") },
  label: { name: t("Label differs"), means: t("The same place with another label.") },
  both: { name: t("Both differ"), means: t("They overlap, with another boundary and another label.") },
  only_a: { name: t("Only in {{layer}}", { layer: a }), means: t("The other has nothing there.") },
  only_b: { name: t("Only in {{layer}}", { layer: b }), means: t("The other has nothing there.") },
  open: {
    name: t("Open in both"),
    means: t("An entity of the translation that neither has a place for."),
  },
});

type Comparison = Extract<ListOrigin, { kind: "comparison" }>;

/** "12 boundary differences between run:first and predictions". */
export function comparisonTitle({ layers: { a, b }, drill, items }: Omit<Comparison, "kind">): string {
  if (drill.kind === "segments") return segmentsTitle(drill.of, items, a, b);
  const label = drill.label === null ? "" : `${drill.label} `;
  switch (drill.of) {
    case "same":
      return t("{{items}} in {{a}} and {{b}}", { items: plural(items, `equal ${label}span`), a, b });
    case "boundary":
      return t("{{items}}{{label}} between {{a}} and {{b}}", {
        items: plural(items, `boundary difference`),
        label: ofLabel(drill.label),
        a,
        b,
      });
    case "label":
      return t("{{items}}{{label}} between {{a}} and {{b}}", {
        items: plural(items, `label difference`),
        label: ofLabel(drill.label),
        a,
        b,
      });
    case "both":
      return t("{{differences}} of boundary and label{{label}} between {{a}} and {{b}}", {
        differences: plural(items, "difference"),
        label: ofLabel(drill.label),
        a,
        b,
      });
    case "only_a":
      return t("{{items}} that {{a}} has and {{b}} has not", { items: plural(items, `${label}span`), a, b });
    case "only_b":
      return t("{{items}} that {{b}} has and {{a}} has not", { items: plural(items, `${label}span`), b, a });
    case "open":
      return t("{{items}} without a place in {{a}} and {{b}}", {
        items: plural(items, `${label}entity`, `${label}entities`),
        a,
        b,
      });
    default:
      return unreachable(drill);
  }
}

const ofLabel = (label: string | null): string => (label === null ? "" : ` of ${label}`);

function segmentsTitle(
  which: Extract<ComparisonDrill, { kind: "segments" }>["of"],
  items: number,
  a: string,
  b: string,
): string {
  const segments = plural(items, "segment");
  switch (which) {
    case "different":
      return t("{{segments}} in which {{a}} and {{b}} differ", { segments, a, b });
    case "only_a":
      return t("{{segments}} that {{a}} has and {{b}} has not", { segments, a, b });
    case "only_b":
      return t("{{segments}} that {{b}} has and {{a}} has not", { segments, b, a });
    default:
      return unreachable(which);
  }
}
