let last: { readonly x: number; readonly y: number } | undefined;

/** Where a hand has moved the mouse or pen to, in pixels of the window; undefined while it has moved it nowhere. */
export const pointerPlace = (): typeof last => last;

/** Something else has come to lie under the pointer: it says nothing until it is moved. */
export function forgetPointer(): void {
  last = undefined;
}

/** Begins to follow the pointer; answers what ends that. Reads no layout. */
export function followPointer(): () => void {
  const move = ({ clientX, clientY, movementX, movementY, pointerType }: PointerEvent): void => {
    // Browsers tell of moves, too, when only the page has moved.
    if (movementX === 0 && movementY === 0) return;
    last = pointerType === "touch" ? undefined : { x: clientX, y: clientY };
  };
  const leave = (): void => {
    last = undefined;
  };
  document.addEventListener("pointermove", move, { passive: true });
  document.documentElement.addEventListener("pointerleave", leave);
  return () => {
    document.removeEventListener("pointermove", move);
    document.documentElement.removeEventListener("pointerleave", leave);
  };
}
