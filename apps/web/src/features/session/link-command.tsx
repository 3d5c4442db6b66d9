import { CopyButton } from "../../ui/copy-button.tsx";
import { t } from "../../ui/i18n/t.ts";

const COMMAND = "npx spanbridge link";

/** The command that prints a new one-time link. */
export function LinkCommand() {
  return (
    <p className="my-3 inline-flex items-center gap-2 rounded-md border border-line bg-surface py-1 pe-1 ps-3">
      <code dir="ltr" className="font-mono text-ink text-sm">
        {COMMAND}
      </code>
      <CopyButton text={COMMAND} label={t("Copy the command")} />
    </p>
  );
}
