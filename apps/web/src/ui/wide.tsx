import { ScrollArea } from "@base-ui/react/scroll-area";
import type { ReactNode } from "react";

/** Holds what may be wider than the page, such as a table: scrolls sideways, also with the keyboard. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ScrollArea.Root className="relative">
      <ScrollArea.Viewport role="region" aria-label={label} className="focus-visible:-outline-offset-2">
        {children}
      </ScrollArea.Viewport>
      <ScrollArea.Scrollbar
        orientation="horizontal"
        className="flex h-2 items-center px-1 opacity-0 transition-opacity data-hovering:opacity-100 data-scrolling:opacity-100"
      >
        <ScrollArea.Thumb className="h-1.5 rounded-full bg-control/60" />
      </ScrollArea.Scrollbar>
    </ScrollArea.Root>
  );
}
