import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/**
 * What `measure` reads from the layout: once after each change of `measure`, and again, `anew`, when the element changes
 * its size or fonts arrive: what it knew of places is then no longer so. Nothing is read while scrolling. `measure` must
 * be memoised and answer plain data.
 */
export function useMeasured<T>(
  element: RefObject<HTMLElement | null>,
  measure: (anew: boolean) => T,
): T | undefined {
  const [measured, setMeasured] = useState<T>();
  const latest = useRef(measure);
  // An unchanged layout must not render again, or the observer and React would chase each other.
  const take = useRef((next: T) =>
    setMeasured((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next)),
  );
  useLayoutEffect(() => {
    latest.current = measure;
    take.current(measure(false));
  }, [measure]);
  useLayoutEffect(() => {
    let stopped = false;
    const read = () => {
      if (!stopped) take.current(latest.current(true));
    };
    const observer = new ResizeObserver(read);
    if (element.current) observer.observe(element.current);
    void document.fonts.ready.then(read);
    document.fonts.addEventListener("loadingdone", read);
    return () => {
      stopped = true;
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", read);
    };
  }, [element]);
  return measured;
}
