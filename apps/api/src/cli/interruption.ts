/** Ctrl-C, `kill` and the end of our parent as a signal; a second one does not wait. `stop` takes the handlers away. */
export function interruption(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  // Killed is our parent, the wrapper that started this.
  process.on("disconnect", interrupt);
  process.channel?.unref();
  return {
    signal: controller.signal,
    stop: () => {
      for (const signal of signals) process.off(signal, interrupt);
      process.off("disconnect", interrupt);
    },
  };
}
