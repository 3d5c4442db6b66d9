import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function object for good, which does what the one of the last picture does. For handlers, not for rendering. */
export function useStable<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
