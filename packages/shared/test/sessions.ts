import fc from "fast-check";
import type { Annotation } from "../src/annotation/annotation.ts";
import type { EditPolicy } from "../src/edit/policy.ts";
import type { Transaction } from "../src/edit/transaction.ts";
import { arbitraryActs, arbitraryAnnotation, arbitraryPolicy, perform } from "./arbitraries.ts";

/** `transactions` lead from `start` to `annotation` under `policy`. */
type Session = {
  readonly policy: EditPolicy;
  readonly start: Annotation;
  readonly annotation: Annotation;
  readonly transactions: readonly Transaction[];
};

export const arbitrarySession = (user: string): fc.Arbitrary<Session> =>
  arbitraryPolicy.chain((policy) =>
    fc
      .tuple(arbitraryAnnotation(policy), arbitraryActs(user))
      .map(([start, acts]) => ({ policy, start, ...perform(start, acts, policy) })),
  );

/** Two people who start from the same annotation and do not know of each other. */
export const arbitraryFork = arbitraryPolicy.chain((policy) =>
  fc
    .tuple(arbitraryAnnotation(policy), arbitraryActs("ann", 6), arbitraryActs("ben", 6))
    .map(([start, annActs, benActs]) => ({
      policy,
      start,
      ann: perform(start, annActs, policy, 1),
      ben: perform(start, benActs, policy, 101),
    })),
);
