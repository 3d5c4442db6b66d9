import { KeyRound, type LucideIcon, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../ui/i18n/t.ts";
import { useConnection } from "../connection.ts";

/** What concerns every page: the server is gone, or no longer knows who this is. */
export function Banners() {
  const { reachable, signedIn } = useConnection();
  return (
    <div role="status">
      {!reachable && (
        <Banner icon={WifiOff}>
          {t("The server does not answer. What you do is kept on this page and saved when it is back.")}
        </Banner>
      )}
      {reachable && !signedIn && (
        <Banner icon={KeyRound}>
          {t("You are signed out. Open a link from")} <code className="font-mono">npx spanbridge link</code>{" "}
          {t("in another tab, then come back: this page goes on.")}
        </Banner>
      )}
    </div>
  );
}

function Banner({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 border-line border-b bg-warn-soft px-4 py-1.5 text-sm text-warn">
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
