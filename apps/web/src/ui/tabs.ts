/** Looks of Base UI's tabs. */
export const tabListClass = "flex gap-4 border-line border-b";
export const tabClass =
  "-mb-px h-8 border-transparent border-b-2 text-ink-muted hover:text-ink data-active:border-accent data-active:font-medium data-active:text-ink";
