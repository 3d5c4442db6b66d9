import "@fontsource-variable/inter/wght.css";
import "../ui/base.css";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLanguage } from "../ui/i18n/t.ts";
import { Toasts } from "../ui/toasts.tsx";
import { TooltipProvider } from "../ui/tooltip.tsx";
import { watchHealth } from "./connection.ts";
import { router } from "./router.tsx";
import { queryClient } from "./trpc.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

// A page that could not be loaded meanwhile is loaded now.
watchHealth(() => {
  void queryClient.invalidateQueries();
  void router.invalidate();
});

const element = root;
void startLanguage().then(() =>
  createRoot(element).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          <TooltipProvider delay={400}>
            <RouterProvider router={router} />
            <Toasts />
          </TooltipProvider>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  ),
);
