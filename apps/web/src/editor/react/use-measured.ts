import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

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
  const take = useCallback(
    (anew: boolean): void => {
      const next = measure(anew);
      // An unchanged layout must not render again, or the observer and React would chase each other.
      setMeasured((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    },
    [measure],
  );
  usePlaced(element, take);
  return measured;
}

/** The same for what needs no rendering: `place` reads the layout and puts things where they belong. */
export function usePlaced(element: RefObject<HTMLElement | null>, place: (anew: boolean) => void): void {
  const latest = useRef(place);
  useLayoutEffect(() => {
    latest.current = place;
    place(false);
  }, [place]);
  useLayoutEffect(() => {
    let stopped = false;
    const read = () => {
      if (!stopped) latest.current(true);
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
}
