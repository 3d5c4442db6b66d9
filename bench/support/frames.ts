import type { CDPSession } from "@playwright/test";

/** What Chromium's compositor says of the frames of some time. */
export type Frames = {
  readonly presented: number;
  /** Those that were due and did not come, or came without what the page had changed. */
  readonly dropped: number;
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly args?: { readonly chrome_frame_reporter?: { readonly state?: string | number } };
};

/** Traces while `act` runs. Frames in which the page wanted to change nothing do not count. */
export async function framesOf<T>(
  client: CDPSession,
  act: () => Promise<T>,
): Promise<{ readonly result: T; readonly frames: Frames }> {
  const states: string[] = [];
  client.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown[]) {
      const state = stateOf(event as TraceEvent);
      if (state) states.push(state);
    }
  });
  const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["cc", "benchmark"] },
  });
  const result = await act();
  await client.send("Tracing.end");
  await complete;
  const count = (pattern: RegExp): number => states.filter((state) => pattern.test(state)).length;
  return { result, frames: { presented: count(/PRESENTED/), dropped: count(/DROPPED/) } };
}

function stateOf({ name, ph, args }: TraceEvent): string | undefined {
  if (name !== "PipelineReporter" || ph === "e" || ph === "E") return undefined;
  const state = args?.chrome_frame_reporter?.state;
  return state === undefined ? undefined : String(state);
}
