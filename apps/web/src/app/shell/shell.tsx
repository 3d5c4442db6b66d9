import { Outlet } from "@tanstack/react-router";
import { t } from "../../ui/i18n/t.ts";
import { Banners } from "./banners.tsx";
import { TopBar } from "./top-bar.tsx";

/** What surrounds every page. Pages fill `main`, which is at least as high as the window. */
export function Shell() {
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="skip-link">
        {t("Skip to the page")}
      </a>
      <TopBar />
      <Banners />
      <main id="main" tabIndex={-1} className="flex min-h-0 grow flex-col outline-hidden">
        <Outlet />
      </main>
    </div>
  );
}
