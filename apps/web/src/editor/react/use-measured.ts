import { type RefObject, useLayoutEffect, useState } from "react";

/**
 * What `measure` reads from the layout: once after each change of `measure`, and again when the element changes its
 * size or fonts arrive. Nothing is read while scrolling. `measure` must be memoised and answer plain data.
 */
export function useMeasured<T>(element: RefObject<HTMLElement | null>, measure: () => T): T | undefined {
  const [measured, setMeasured] = useState<T>();
  useLayoutEffect(() => {
    let stopped = false;
    const read = () => {
      if (stopped) return;
      const next = measure();
      // An unchanged layout must not render again, or the observer and React would chase each other.
      setMeasured((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    read();
    const observer = new ResizeObserver(read);
    if (element.current) observer.observe(element.current);
    void document.fonts.ready.then(read);
    document.fonts.addEventListener("loadingdone", read);
    return () => {
      stopped = true;
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", read);
    };
  }, [element, measure]);
  return measured;
}
