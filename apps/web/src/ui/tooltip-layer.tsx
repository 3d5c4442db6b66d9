import { lazy, Suspense, useEffect, useState } from "react";

const TooltipPopup = lazy(() =>
  import("./tooltip-popup.tsx").then(({ TooltipPopup }) => ({ default: TooltipPopup })),
);

/** How long the pointer rests before the first one shows; the next ones follow at once. */
const DELAY_MS = 400;
const LEAVE_MS = 100;

/** Shows the tooltip of whatever has one (`tip()`), under the pointer or the keyboard's focus. Escape and a press end it. */
export function TooltipLayer() {
  const [anchor, setAnchor] = useState<HTMLElement>();
  useEffect(() => watchTips(setAnchor), []);
  // What it stood at may have gone with its page.
  if (!anchor?.isConnected) return null;
  return (
    <Suspense>
      <TooltipPopup anchor={anchor} onClose={() => setAnchor(undefined)} />
    </Suspense>
  );
}

const bearing = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element && target.closest<HTMLElement>("[data-tip]")) || undefined;

/** Tells which element's tooltip is to be seen; answers what ends the watching. */
export function watchTips(show: (anchor: HTMLElement | undefined) => void): () => void {
  let shown: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (anchor: HTMLElement | undefined): void => {
    clearTimeout(timer);
    if (anchor === shown) return;
    shown = anchor;
    show(anchor);
  };
  const over = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType === "touch") return;
    const anchor = bearing(target);
    clearTimeout(timer);
    if (anchor === shown) return;
    // The tooltip itself may be pointed at, to be read at ease.
    if (target instanceof Element && target.closest("[data-tip-popup]")) return;
    const wait = anchor ? (shown ? 0 : DELAY_MS) : LEAVE_MS;
    timer = setTimeout(() => set(anchor), wait);
  };
  const focus = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target.matches(":focus-visible")) set(bearing(target));
  };
  const blur = (): void => set(undefined);
  const press = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") set(undefined);
  };
  const ways = [
    ["pointerover", over],
    ["pointerdown", blur],
    ["focusin", focus],
    ["focusout", blur],
    ["keydown", press],
  ] as const satisfies readonly (readonly [string, (event: never) => void])[];
  for (const [name, listen] of ways) document.addEventListener(name, listen as EventListener, true);
  return () => {
    clearTimeout(timer);
    for (const [name, listen] of ways) document.removeEventListener(name, listen as EventListener, true);
  };
}
