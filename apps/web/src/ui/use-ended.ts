import { useEffect, useEffectEvent, useRef } from "react";

/** Tells when fewer things are under way than a moment ago; `active` is undefined as long as nobody knows. */
export function useEnded(active: number | undefined, onEnd: () => void): void {
  const before = useRef(active);
  const tell = useEffectEvent(onEnd);
  useEffect(() => {
    const ended = active !== undefined && before.current !== undefined && active < before.current;
    before.current = active;
    if (ended) tell();
  }, [active]);
}
