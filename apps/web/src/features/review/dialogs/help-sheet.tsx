import { type Command, groups } from "../../../editor/model/keys/command.ts";
import { shownKey } from "../../../editor/model/keys/shown.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { setLetters, useLetters } from "../session/letters.ts";
import { useCommands } from "../session/use-commands.ts";

/** Every key there is, from the table that the keys themselves go by. */
export function HelpSheet({
  onClose,
  onChange,
}: {
  readonly onClose: () => void;
  /** Goes on to changing the keys. */
  readonly onChange: () => void;
}) {
  const commands = useCommands();
  const letters = useLetters(({ on }) => on);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Keys")}
      description={t(
        "Left and right go by reading order, also in right-to-left text: → is towards the end of the text.",
      )}
    >
      <label className="mb-4 flex items-center gap-2">
        <input type="checkbox" checked={letters} onChange={(event) => setLetters(event.target.checked)} />
        {t("Single letters, digits and signs are keys")}
      </label>
      <Button size="sm" className="mb-4 self-start" onClick={onChange}>
        {t("Change the keys…")}
      </Button>
      <p className="mb-2">{t("With nothing selected, keys for a span mean the one under the pointer.")}</p>
      <p className="mb-4">
        {t(
          "With Ctrl or Cmd a click on a span links the selected one with it, or takes that link away, and text that is drawn belongs to no entity. With Alt text is taken by the character.",
        )}
      </p>
      <div className="flex flex-col gap-4">
        {groups.map((group) => (
          <Group key={group} title={group} commands={commands.filter((command) => command.group === group)} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, commands }: { readonly title: string; readonly commands: readonly Command[] }) {
  return (
    <section aria-label={said(title)}>
      <h3 className="mb-1 text-ink-muted text-sm">{said(title)}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {commands.map((command) => (
          <div key={command.id} className="contents">
            <dt>{said(command.title)}</dt>
            <dd className="flex justify-end gap-1">
              {command.keys.map((key) => (
                <Kbd key={key} keys={shownKey(key)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
