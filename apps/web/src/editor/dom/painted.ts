/** In a tab that nobody sees there are no frames to wait for. */
const PATIENCE_MS = 100;

/**
 * Resolves when what has just been changed in the page is on screen: a message that an animation frame sends to itself
 * comes behind style, layout and paint. For work that nobody watches, so that no picture waits for it.
 */
export function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        clearTimeout(timer);
        resolve();
      };
      port2.postMessage(undefined);
    });
  });
}
