/** A bar whose length says what the number beside it says; for the eye only. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg aria-hidden width="96" height="10" viewBox="0 0 96 10" className="shrink-0">
      <rect width="96" height="10" rx="2" className="fill-ink/10" />
      <rect
        width={Math.max(share > 0 ? 2 : 0, 96 * share)}
        height="10"
        rx="2"
        className="fill-accent forced-colors:fill-[CanvasText]"
      />
    </svg>
  );
}
