import { CircleHelp } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { t } from "../../ui/i18n/t.ts";
import { IconButton } from "../../ui/icon-button.tsx";

const HelpDialog = lazy(() =>
  import("./help-dialog.tsx").then(({ HelpDialog }) => ({ default: HelpDialog })),
);

export function HelpMenu() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={CircleHelp} label={t("Help")} onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <HelpDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
