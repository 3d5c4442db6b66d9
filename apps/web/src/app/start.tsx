import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Toasts } from "../ui/toasts.tsx";
import { TooltipLayer } from "../ui/tooltip-layer.tsx";
import { watchHealth } from "./connection.ts";
import { router } from "./router.tsx";
import { queryClient } from "./trpc.ts";

// A page that could not be loaded meanwhile is loaded now.
watchHealth(() => {
  void queryClient.invalidateQueries();
  void router.invalidate();
});

/** Draws the page. Its parts say their sentences as they are loaded: only once the language is there. */
export function start(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toasts />
          <TooltipLayer />
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
}
