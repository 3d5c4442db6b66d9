declare global {
  interface Window {
    spanbridgeBench: {
      /** The next key is one to be measured; `another`: its picture is that of another segment. */
      readonly expect: (another: boolean) => void;
      /** Milliseconds from that key's press to the picture. */
      readonly painted: () => Promise<number>;
      /** Resolves when everything is saved, and a moment of quiet after. */
      readonly saved: () => Promise<void>;
    };
  }
}

/**
 * Runs in the page before anything else. A picture is done when the frame after the key has been committed: a message
 * that an animation frame sends to itself comes behind style, layout and paint of that frame.
 */
export function watch(): void {
  let done: Promise<number> = Promise.resolve(0);
  // Heading, both texts and the table of entities: everything that is drawn of a segment.
  const parts = ["h2", "[data-side=source]", "[data-side=pivot]", "[role=listbox]"];
  const shown = (): readonly string[] =>
    parts.map((part) => {
      const element = document.querySelector(part);
      return `${element?.textContent} ${element?.querySelector("[data-row]")?.getAttribute("data-row")}`;
    });
  const nextFrame = (): Promise<number> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      }),
    );
  window.spanbridgeBench = {
    expect: (another) => {
      const before = shown();
      done = new Promise((resolve) => {
        const press = async (event: KeyboardEvent): Promise<void> => {
          // Of a chord the last key counts.
          if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
          window.removeEventListener("keydown", press, true);
          let at = await nextFrame();
          while (another && shown().some((part, index) => part === before[index])) at = await nextFrame();
          resolve(at - event.timeStamp);
        };
        window.addEventListener("keydown", press, true);
      });
    },
    painted: () => done,
    saved: async () => {
      const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
      await pause();
      while (!document.querySelector("[data-save=saved]")) await pause();
      await pause();
    },
  };
}
