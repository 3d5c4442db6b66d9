import type { Random } from "../support/random.ts";

/**
 * What a kind of damage must lead to. `bad`: the row is left out, with one of the codes. `good`: the row goes in all the
 * same. `any`: damage that may hit anything; the general laws must hold.
 */
export type Effect =
  | { readonly kind: "bad"; readonly codes: readonly string[] }
  | { readonly kind: "good" }
  | { readonly kind: "any" };

export const bad = (...codes: string[]): Effect => ({ kind: "bad", codes });
export const good: Effect = { kind: "good" };
export const any: Effect = { kind: "any" };

/** A way to damage one row; undefined where it does not apply to this one. The answer is the row's text in the file. */
export type RowKind<Row> = {
  readonly name: string;
  readonly effect: Effect;
  apply(row: Row, random: Random): string | undefined;
};
