import { CopyButton } from "../../ui/copy-button.tsx";

const COMMAND = "npx spanbridge link";

/** The command that prints a new one-time link. */
export function LinkCommand() {
  return (
    <p className="my-3 inline-flex items-center gap-2 rounded-md border border-line bg-surface py-1 pr-1 pl-3">
      <code className="font-mono text-ink text-sm">{COMMAND}</code>
      <CopyButton text={COMMAND} label="Copy the command" />
    </p>
  );
}
