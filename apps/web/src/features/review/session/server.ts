import { err, ok, type Result, type Transaction } from "@spanbridge/shared";
import { noteAnswer } from "../../../app/connection.ts";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc, trpcClient } from "../../../app/trpc.ts";
import { painted } from "../../../editor/dom/painted.ts";
import type { SegmentServer, ServerFault } from "../../../editor/model/queue/ports.ts";

/** A connection that dies in silence counts as lost after this long; the same request is then sent again. */
const PATIENCE_MS = 20_000;

/** One segment of a project on the server, as the save queue sees it. */
export const segmentServer = (project: string, number: number): SegmentServer => ({
  open: () => asked(trpcClient.review.open.query({ project, number }, request())),
  commit: async ({ seq, basis }, transactions) => {
    await painted();
    const answer = await asked(
      trpcClient.review.commit.mutate(
        { project, number, baseSeq: seq, ...(basis && { basis }), transactions: [...transactions] },
        request(),
      ),
    );
    if (answer.ok) {
      // Edits of an accepted segment teach memory as well; only after a decision is the next segment on screen already,
      // and may have been told what memory knew until then.
      const refetchType = transactions.some(decides) ? "active" : "none";
      void queryClient.invalidateQueries({ ...trpc.review.alternatives.pathFilter(), refetchType });
    }
    return answer;
  },
});

/** Memory holds the names of accepted segments: it learns and forgets with the state. */
const decides = ({ edits }: Transaction): boolean => edits.some(({ kind }) => kind === "set_review");

const request = () => ({ context: { alone: true }, signal: AbortSignal.timeout(PATIENCE_MS) });

async function asked<T>(answer: Promise<T>): Promise<Result<T, ServerFault>> {
  try {
    const value = await answer;
    noteAnswer();
    return ok(value);
  } catch (error) {
    noteAnswer(error);
    return err(faultOf(error));
  }
}

function faultOf(error: unknown): ServerFault {
  const { code, message } = failureOf(error);
  switch (code) {
    case "offline":
      return { kind: "unreachable", message };
    case "internal":
    case "unavailable":
    case "too_many_requests":
    case "cancelled":
    case "bug":
      return { kind: "failing", message };
    default:
      return { kind: "denied", message };
  }
}
