import type { ReviewState } from "@spanbridge/shared";
import {
  type SnapshotPlan,
  type SplitRule,
  snapshotNameSchema,
  splitRatioSchema,
  usualSplitValues,
} from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";

export type SplitBy = SplitRule["by"];

/** The form as it is typed. */
export type Draft = {
  readonly name: string;
  readonly note: string;
  readonly layer: string;
  readonly states: readonly ReviewState[];
  readonly documents: readonly string[];
  readonly languages: readonly string[];
  /** Layer that says what a machine had said; empty: none. */
  readonly machineLayer: string;
  readonly by: SplitBy;
  readonly train: string;
  readonly dev: string;
  readonly test: string;
  readonly stratify: boolean;
  readonly seed: string;
  /** Name of an earlier snapshot; empty: none. */
  readonly keep: string;
  readonly field: string;
};

export const startDraft: Draft = {
  name: "",
  note: "",
  layer: "review",
  states: ["accepted"],
  documents: [],
  languages: [],
  machineLayer: "predictions",
  by: "document",
  train: "80",
  dev: "10",
  test: "10",
  stratify: true,
  seed: "1",
  keep: "",
  field: "split",
};

export type DraftErrors = { readonly [field in "name" | "ratio" | "seed" | "field"]?: string };

const share = (text: string): number => (text.trim() === "" ? 0 : Number(text));

const ratioOf = ({ train, dev, test }: Draft) =>
  splitRatioSchema.safeParse({ train: share(train), dev: share(dev), test: share(test) });

const seedOf = ({ seed }: Draft): number | null => {
  const number = Number(seed);
  return /^\d{1,10}$/.test(seed.trim()) && number <= 0xffff_ffff ? number : null;
};

/** What is wrong with each field, in words; empty when nothing is. */
export function errorsOf(draft: Draft): DraftErrors {
  const name = snapshotNameSchema.safeParse(draft.name);
  const drawn = draft.by === "segment" || draft.by === "document";
  return {
    ...(name.success
      ? {}
      : { name: draft.name.trim() === "" ? t("Give it a name.") : (name.error.issues[0]?.message ?? "") }),
    ...(drawn && !ratioOf(draft).success
      ? { ratio: t("Shares are numbers from 0, one of them above it.") }
      : {}),
    ...(drawn && seedOf(draft) === null ? { seed: t("A whole number.") } : {}),
    ...(draft.by === "field" && draft.field.trim() === ""
      ? { field: t("Name the key of the imported rows.") }
      : {}),
  };
}

/** What to freeze; null while the split cannot be understood. */
export function planOf(draft: Draft): SnapshotPlan | null {
  const split = ruleOf(draft);
  if (!split) return null;
  const { layer, states, documents, languages, machineLayer } = draft;
  return {
    layer,
    states: [...states],
    documents: [...documents],
    languages: [...languages],
    split,
    machineLayer: machineLayer === "" ? null : machineLayer,
  };
}

function ruleOf(draft: Draft): SplitRule | null {
  switch (draft.by) {
    case "none":
      return { by: "none" };
    case "field": {
      const field = draft.field.trim();
      return field === "" ? null : { by: "field", field, values: { ...usualSplitValues } };
    }
    case "segment":
    case "document": {
      const ratio = ratioOf(draft);
      const seed = seedOf(draft);
      if (!ratio.success || seed === null) return null;
      const { stratify, keep } = draft;
      return { by: draft.by, ratio: ratio.data, stratify, seed, keep: keep === "" ? null : keep };
    }
  }
}
