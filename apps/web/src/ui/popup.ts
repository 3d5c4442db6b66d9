/** Looks shared by everything that opens above the page: menus, selects, comboboxes. */
export const popupClass =
  "max-h-(--available-height) overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-md outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

export const itemClass =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-base outline-hidden data-disabled:text-ink-disabled data-highlighted:bg-accent-soft data-highlighted:text-accent-ink forced-colors:data-highlighted:outline-2";
