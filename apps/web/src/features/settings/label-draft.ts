import { type Label, labelSchema } from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";
import { nextColour } from "../../ui/palette.ts";

/** A label while it is edited. `removed` ones stay in view until they are saved, so that it can be taken back. */
export type LabelDraft = Label & {
  /** Identifies the row; never sent. */
  readonly key: string;
  /** The name the server knows it by; null for a new one. */
  readonly original: string | null;
  readonly removed: boolean;
};

export type LabelChange =
  | { readonly kind: "set"; readonly key: string; readonly fields: Partial<Label> }
  | { readonly kind: "add"; readonly key: string }
  | { readonly kind: "remove"; readonly key: string }
  | { readonly kind: "restore"; readonly key: string }
  | { readonly kind: "move"; readonly key: string; readonly by: -1 | 1 }
  /** To this position of the list. */
  | { readonly kind: "place"; readonly key: string; readonly at: number };

export const draftOf = (labels: readonly Label[]): readonly LabelDraft[] =>
  labels.map((label) => ({ ...label, key: `old:${label.name}`, original: label.name, removed: false }));

export function changeDraft(draft: readonly LabelDraft[], change: LabelChange): readonly LabelDraft[] {
  const edit = (key: string, fields: Partial<LabelDraft>) =>
    draft.map((label) => (label.key === key ? { ...label, ...fields } : label));
  switch (change.kind) {
    case "set":
      return edit(change.key, change.fields);
    case "add": {
      const colour = nextColour(draft.filter(({ removed }) => !removed).map((label) => label.colour));
      const added = {
        key: change.key,
        original: null,
        removed: false,
        name: "",
        colour,
        hotkey: "",
        description: "",
      };
      return [...draft, added];
    }
    case "remove":
      // One that was never saved has nothing to be taken back.
      return draft.some(({ key, original }) => key === change.key && original === null)
        ? draft.filter(({ key }) => key !== change.key)
        : edit(change.key, { removed: true });
    case "restore":
      return edit(change.key, { removed: false });
    case "place": {
      const moved = draft.find(({ key }) => key === change.key);
      return moved ? draft.filter((label) => label !== moved).toSpliced(change.at, 0, moved) : draft;
    }
    case "move": {
      const from = draft.findIndex(({ key }) => key === change.key);
      const to = from + change.by;
      const [moved, other] = [draft[from], draft[to]];
      if (!moved || !other) return draft;
      return draft.with(from, other).with(to, moved);
    }
  }
}

/** What the server is told: the new set in its order, and which old names became which new ones. */
export function submissionOf(draft: readonly LabelDraft[]): {
  readonly labels: Label[];
  readonly renames: Record<string, string>;
} {
  const kept = draft.filter(({ removed }) => !removed);
  const renamed = kept.filter(({ original, name }) => original !== null && original !== name);
  return {
    labels: kept.map(({ name, colour, hotkey, description }) => ({ name, colour, hotkey, description })),
    renames: Object.fromEntries(renamed.map(({ original, name }) => [original, name])),
  };
}

export type LabelErrors = { readonly [field in keyof Label]?: string };

/** What is wrong, by row and field; no entry where all is well. */
export function errorsOf(draft: readonly LabelDraft[]): ReadonlyMap<string, LabelErrors> {
  const kept = draft.filter(({ removed }) => !removed);
  const errors = new Map<string, LabelErrors>();
  for (const label of kept) {
    const found: { -readonly [field in keyof LabelErrors]: LabelErrors[field] } = {};
    for (const { path, message } of labelSchema.safeParse(label).error?.issues ?? []) {
      const [field] = path;
      if (field === "name") found.name ??= label.name === "" ? t("Give the label a name.") : message;
      if (field === "hotkey") found.hotkey ??= message;
      if (field === "description") found.description ??= message;
    }
    const twin = (field: "name" | "hotkey") =>
      label[field] !== "" && kept.some((other) => other.key !== label.key && other[field] === label[field]);
    if (twin("name")) found.name ??= t('Another label is called "{{name}}".', { name: label.name });
    if (twin("hotkey"))
      found.hotkey ??= t('Another label has the key "{{hotkey}}".', { hotkey: label.hotkey });
    if (Object.keys(found).length > 0) errors.set(label.key, found);
  }
  return errors;
}

export const sameLabels = (draft: readonly LabelDraft[], labels: readonly Label[]): boolean => {
  const now = submissionOf(draft).labels;
  return (
    now.length === labels.length &&
    now.every((label, index) => {
      const before = labels[index];
      return (
        before?.name === label.name &&
        before.colour === label.colour &&
        before.hotkey === label.hotkey &&
        before.description === label.description
      );
    }) &&
    draft.every(({ original, name }) => original === null || original === name)
  );
};

/** The row an answer of the server is about: its sentences begin with the label's name in quotes. */
export function rowNamedIn(draft: readonly LabelDraft[], message: string): string | undefined {
  const name = /^["“「«]([^"”」»]+)["”」»]/u.exec(message)?.[1];
  return (
    draft.find((label) => label.original === name)?.key ?? draft.find((label) => label.name === name)?.key
  );
}
