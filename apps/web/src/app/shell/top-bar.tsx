import { Breadcrumb } from "./breadcrumb.tsx";
import { HelpMenu } from "./help-menu.tsx";
import { KeysLink } from "./keys-link.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { TopBarSlotTarget } from "./top-bar-slot.tsx";

export function TopBar() {
  return (
    <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-3 border-line border-b bg-page px-3 sm:px-4">
      <Breadcrumb />
      <TopBarSlotTarget />
      <div className="ms-auto flex items-center">
        <KeysLink />
        <ThemeSwitch />
        <HelpMenu />
      </div>
    </header>
  );
}
