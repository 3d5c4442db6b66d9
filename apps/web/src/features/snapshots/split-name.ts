import type { SplitName } from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";

/** A split as people read it; null is what belongs to none. */
export const splitTitle = (split: SplitName | null, divided = true): string =>
  split ?? (divided ? t("in no split") : "all");

export const isDivided = (splits: readonly { readonly split: SplitName | null }[]): boolean =>
  splits.some(({ split }) => split !== null);
