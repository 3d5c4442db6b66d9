import { type Annotation, counterparts, type Signal, type Span } from "@spanbridge/shared";

/** What puts a signal right in one step, and the command whose key does it while the span is selected. */
export type Fix =
  | { readonly kind: "label"; readonly label: string; readonly command: string }
  | { readonly kind: "link"; readonly command: string };

export function fixFor(annotation: Annotation, { kind }: Signal, span: Span): Fix | undefined {
  switch (kind) {
    case "labels_differ": {
      const other = counterparts(annotation, span.id).find(({ label }) => label !== span.label);
      return other && { kind: "label", label: other.label, command: `label_${other.label}` };
    }
    case "not_projected":
    case "unlinked_source":
      return { kind: "link", command: "link" };
    case "low_confidence":
      return undefined;
  }
}
