import { useRef, useState } from "react";
import { groups } from "../../../editor/model/keys/command.ts";
import { commandsFor } from "../../../editor/model/keys/commands.ts";
import {
  allConflicts,
  type Keymap,
  keymapFileSchema,
  withKeymap,
} from "../../../editor/model/keys/keymap.ts";
import { useDesk } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { saveText } from "../../../ui/save-file.ts";
import { setKeymap, useKeymap } from "../session/keymap.ts";
import { useCommands } from "../session/use-commands.ts";
import { KeyRow } from "./key-row.tsx";

/** Every action with its key, to be changed by pressing another one. Kept in this browser; a file carries it elsewhere. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const commands = useCommands();
  const keymap = useKeymap((state) => state.keymap);
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const shown = commands.filter(({ title }) => said(title).toLowerCase().includes(wanted));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Change the keys")}
      description={t("They are kept in this browser. Take them to another one as a file.")}
    >
      <input
        type="search"
        aria-label={t("Find an action")}
        placeholder={t("Find an action")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="mb-2 h-8 w-full rounded-md border border-control bg-surface px-2.5"
      />
      <div className="-mx-2 max-h-[50dvh] overflow-y-auto px-2">
        {groups.map((group) => {
          const rows = shown.filter((command) => command.group === group);
          return (
            rows.length > 0 && (
              <section key={group} aria-label={said(group)} className="mb-3">
                <h3 className="mb-1 text-ink-muted text-sm">{said(group)}</h3>
                <ul>
                  {rows.map((command) => (
                    <KeyRow key={command.id} command={command} commands={commands} keymap={keymap} />
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
      <Exchange keymap={keymap} />
    </Dialog>
  );
}

/** Out into a file, in from one, and back to what we think is good. */
function Exchange({ keymap }: { readonly keymap: Keymap }) {
  const { labels } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState("");

  async function read(file: File | undefined): Promise<void> {
    if (!file) return;
    const found = keymapFileSchema.safeParse(await file.text().then(parsed));
    if (!found.success) return setNews(t("This is no file of keys. Nothing was changed."));
    const [clash] = allConflicts(withKeymap(commandsFor(labels), found.data.keys));
    if (clash) {
      const [a, b] = clash;
      return setNews(
        t('"{{title}}" and "{{title2}}" have the same key in it. Nothing was changed.', {
          title: a.title,
          title2: b.title,
        }),
      );
    }
    setKeymap(found.data.keys);
    setNews(t("The keys of the file are in use."));
  }

  return (
    <div className="mt-3 border-line border-t pt-3">
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() => {
            const file = { kind: "spanbridge-keys", version: 1, keys: keymap };
            saveText(`${JSON.stringify(file, null, 2)}\n`, "spanbridge-keys.json", "application/json");
          }}
        >
          {t("Save as a file")}
        </Button>
        <Button size="sm" onClick={() => input.current?.click()}>
          {t("Read from a file…")}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          className="ms-auto"
          disabled={Object.keys(keymap).length === 0}
          onClick={() => {
            setKeymap({});
            setNews(t("All keys are as they were."));
          }}
        >
          {t("Reset all")}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={t("File of keys")}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <p role="status" className="mt-2 min-h-5 text-ink-muted text-sm">
        {said(news)}
      </p>
    </div>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
