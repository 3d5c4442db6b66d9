import { RotateCcw } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Command } from "../../../editor/model/keys/command.ts";
import {
  conflictsOf,
  type Keymap,
  notationOf,
  rebound,
  withoutKeys,
} from "../../../editor/model/keys/keymap.ts";
import { shownKey } from "../../../editor/model/keys/shown.ts";
import { Button } from "../../../ui/button.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { setKeymap } from "../session/keymap.ts";

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

type KeyRowProps = {
  readonly command: Command;
  readonly commands: readonly Command[];
  readonly keymap: Keymap;
};

type Asking =
  | { readonly kind: "nothing" }
  | { readonly kind: "press" }
  | { readonly kind: "conflict"; readonly key: string; readonly with: readonly Command[] };

/** One action: its keys, and the way to another one. Escape leaves things as they are. */
export function KeyRow({ command, commands, keymap }: KeyRowProps) {
  const [asking, setAsking] = useState<Asking>({ kind: "nothing" });
  const button = useRef<HTMLButtonElement>(null);
  const keys = command.keys.map(shownKey).join(", ");

  function press(event: KeyboardEvent): void {
    if (asking.kind !== "press" || event.nativeEvent.isComposing) return;
    // Tab must remain the way out for whoever came here by keyboard.
    if (event.key === "Tab" && !event.ctrlKey && !event.altKey) {
      setAsking({ kind: "nothing" });
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const key = event.key === "Escape" ? undefined : notationOf(event.nativeEvent, isApple);
    if (event.key === "Escape") setAsking({ kind: "nothing" });
    if (!key) return;
    const rivals = conflictsOf(commands, command.id, key);
    if (rivals.length > 0) setAsking({ kind: "conflict", key, with: rivals });
    else take(key, []);
  }

  function take(key: string, from: readonly Command[]): void {
    setKeymap(rebound(keymap, command.id, key, from));
    setAsking({ kind: "nothing" });
    button.current?.focus();
  }

  return (
    <li className="py-0.5">
      <div className="flex items-center gap-2">
        <span className="min-w-0 grow">{said(command.title)}</span>
        {keymap[command.id] && (
          <IconButton
            icon={RotateCcw}
            size="sm"
            label={t("Reset the key of: {{what}}", { what: said(command.title) })}
            onClick={() => setKeymap(withoutKeys(keymap, command.id))}
          />
        )}
        <button
          ref={button}
          type="button"
          aria-label={t("{{what}}: {{keys}}. Change", {
            what: said(command.title),
            keys: keys || t("no key"),
          })}
          className="inline-flex min-h-7 min-w-16 shrink-0 items-center justify-end gap-1 rounded-sm px-1.5 hover:bg-hover"
          onClick={() => setAsking({ kind: "press" })}
          onKeyDown={press}
          onBlur={() => asking.kind === "press" && setAsking({ kind: "nothing" })}
        >
          {asking.kind === "press" ? (
            <span className="text-accent-ink text-sm">{t("Press a key…")}</span>
          ) : command.keys.length === 0 ? (
            <span className="text-ink-muted text-sm">{t("none")}</span>
          ) : (
            command.keys.map((key) => <Kbd key={key} keys={shownKey(key)} />)
          )}
        </button>
      </div>
      {asking.kind === "conflict" && (
        <div
          role="alert"
          className="my-1 flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-2 py-1.5 text-sm"
        >
          <span className="grow">
            <Kbd keys={shownKey(asking.key)} /> {t("already means:")}{" "}
            {asking.with.map(({ title }) => said(title)).join("; ")}
          </span>
          <Button size="sm" onClick={() => setAsking({ kind: "nothing" })}>
            {t("Leave it")}
          </Button>
          <Button size="sm" onClick={() => take(asking.key, asking.with)}>
            {t("Use it here instead")}
          </Button>
        </div>
      )}
    </li>
  );
}
