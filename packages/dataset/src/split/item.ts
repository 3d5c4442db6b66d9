import type { SplitName } from "@spanbridge/shared/contracts";
import { seededHash } from "../seeded.ts";

/** What the rules of a split look at in a segment. */
export type SplitItem = {
  /** The same for segments of the same text; see `textKey`. */
  readonly text: string;
  readonly document: string;
  /** How often each label occurs. */
  readonly labels: ReadonlyMap<string, number>;
  /** The value of the field that a split goes by. */
  readonly value?: string | undefined;
  /** The split it was in before and has to stay in. */
  readonly kept?: SplitName | undefined;
};

/**
 * A key of a source text: texts that differ in width, case or white space alone have the same, because a model that has
 * seen the one has seen the other. Two unrelated texts may share one, which puts them into the same split and does no harm.
 */
export function textKey(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
  return `${seededHash(folded, 0).toString(36)}.${seededHash(folded, 0x9e3779b9).toString(36)}`;
}
