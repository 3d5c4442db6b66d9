/** What an annotator can have to do to one segment. `replace`: a span stands on the wrong words altogether. */
export const kinds = [
  "accept",
  "relabel",
  "move one edge",
  "move both edges",
  "replace",
  "delete",
  "add",
  "add, linked",
  "link",
  "unlink",
] as const;
export type Kind = (typeof kinds)[number];

/** One correction; `relabelled`: the label was wrong as well. `linked`: the span had a link that must survive. */
export type Correction = { readonly kind: Kind; readonly relabelled: boolean; readonly linked: boolean };

export type Tool = "Label Studio" | "doccano";

/**
 * Actions (a key, a chord, a click, a drag, a double click) by the tools' own documentation and source, as published:
 *
 * Label Studio: accept 1 (Ctrl+Enter in the label stream), relabel 2 (click, digit), one edge 2 (click, drag), delete 2
 * (click, Backspace), add 2 (digit, drag), link 3 (click, Alt+R, click; +2 for a label of the link, which is left out
 * here). What is selected already is not clicked again: a second edge or a label on top costs 1.
 * Sources: `keymap.json`, `docs/source/guide/labeling.md`, pull request 7309 (handles).
 *
 * doccano: accept 2 (Enter, →), relabel 2 (click, pick), delete 1 (right click), add 2 (drag, pick), link 4 (switch, A, B,
 * label). An edge cannot be moved: delete, drag, pick; a link goes with the old span and is made again.
 * Sources: `sequence-labeling/index.vue`, `EntityEditor.vue`.
 */
export function priceOf(tool: Tool, { kind, relabelled, linked }: Correction): number {
  return tool === "Label Studio" ? labelStudio(kind, relabelled) : doccano(kind, linked);
}

function labelStudio(kind: Kind, relabelled: boolean): number {
  const label = relabelled ? 1 : 0;
  switch (kind) {
    case "accept":
      return 1;
    case "relabel":
    case "delete":
    case "add":
      return 2;
    case "move one edge":
      return 2 + label;
    case "move both edges":
    case "replace":
      return 3 + label;
    case "add, linked":
      return 2 + 3;
    case "link":
      return 3;
    case "unlink":
      return 2;
  }
}

function doccano(kind: Kind, linked: boolean): number {
  const link = linked ? 4 : 0;
  switch (kind) {
    case "accept":
    case "relabel":
    case "add":
      return 2;
    case "delete":
    case "unlink":
      return 1;
    case "move one edge":
    case "move both edges":
    case "replace":
      return 3 + link;
    case "add, linked":
      return 2 + 4;
    case "link":
      return 4;
  }
}
