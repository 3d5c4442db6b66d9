import type { CDPSession } from "@playwright/test";

/** Time that the page's main thread has computed so far, in ms; other work on the machine does not count. `Performance` must be enabled with thread ticks. */
export async function busyTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}
