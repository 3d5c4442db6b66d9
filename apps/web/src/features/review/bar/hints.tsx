import { memo } from "react";
import type { Command } from "../../../editor/model/keys/command.ts";
import { shownKey } from "../../../editor/model/keys/shown.ts";
import { useDesk } from "../../../editor/react/desk-context.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { useAheadOf } from "../session/use-ahead.ts";
import { useCommands, usePointedSituation } from "../session/use-commands.ts";

/** Exactly the keys that do something now. They can be clicked, too. */
export function Hints() {
  const commands = useCommands();
  const situation = usePointedSituation();
  const desk = useDesk();
  // What it shows is counted below, and changes with it.
  useAheadOf();
  const hinted = commands.flatMap((command) => {
    if (!command.hint || command.keys.length === 0 || !command.when(situation)) return [];
    const count = command.count?.(desk);
    return count === 0
      ? []
      : [{ command, hint: count === undefined ? said(command.hint) : t(command.hint, { count }) }];
  });
  return (
    <ul
      aria-label={t("Keys that work now")}
      className="flex h-full min-w-0 grow flex-wrap content-start items-center gap-x-0.5 overflow-hidden"
    >
      {hinted.map(({ command, hint }) => (
        <Hint key={command.id} command={command} hint={hint} />
      ))}
    </ul>
  );
}

const Hint = memo(function Hint({ command, hint }: { readonly command: Command; readonly hint: string }) {
  const desk = useDesk();
  return (
    <li className="flex h-10 shrink-0 items-center">
      <button
        type="button"
        tabIndex={-1}
        className="inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-sm px-1.5 text-ink-muted text-sm hover:bg-hover"
        onClick={() => command.run(desk)}
      >
        <Kbd keys={command.shown ?? shownKey(command.keys[0] ?? "")} />
        {command.colour === undefined ? (
          hint
        ) : (
          <span data-colour={command.colour} className="label-stroke pb-0.5 font-medium text-ink">
            {command.hint}
          </span>
        )}
      </button>
    </li>
  );
});
