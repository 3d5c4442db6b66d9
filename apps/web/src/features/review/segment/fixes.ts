import { type Annotation, counterparts, type Span } from "@spanbridge/shared";
import type { Reason } from "../../../editor/model/view/problems.ts";

/** What puts a signal right in one step, and the command whose key does it while the span is selected. */
export type Fix =
  | { readonly kind: "label"; readonly label: string; readonly command: string }
  | { readonly kind: "link"; readonly command: string };

export function fixFor(annotation: Annotation, { kind }: Reason, span: Span): Fix | undefined {
  switch (kind) {
    case "labels_differ": {
      const other = counterparts(annotation, span.id).find(({ label }) => label !== span.label);
      return other && { kind: "label", label: other.label, command: `label_${other.label}` };
    }
    case "not_projected":
    case "unlinked_source":
      return { kind: "link", command: "link" };
    default:
      return undefined;
  }
}
