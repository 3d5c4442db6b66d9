import type { Result, Transaction } from "@spanbridge/shared";
import type { CommitResult, SegmentView } from "@spanbridge/shared/contracts";

/**
 * Why the server gave no answer that counts.
 * `unreachable`: no connection. `failing`: it answers with errors of its own. Both pass; the same is tried again.
 * `denied`: it understood and will not (signed out, archived project, segment gone): only a person can help.
 */
export type ServerFault = {
  readonly kind: "unreachable" | "failing" | "denied";
  readonly message: string;
};

export type Base = Pick<SegmentView, "seq" | "basis">;

/** One segment on the server. Never throws. */
export type SegmentServer = {
  readonly open: () => Promise<Result<SegmentView, ServerFault>>;
  /** `base`: what the transactions were made on, as the view of it said. */
  readonly commit: (
    base: Base,
    transactions: readonly Transaction[],
  ) => Promise<Result<CommitResult, ServerFault>>;
};

/** Runs something later, at least `milliseconds` from now; the answer calls it off. */
export type Later = (milliseconds: number, run: () => void) => () => void;
