import { useQuery } from "@tanstack/react-query";
import { Dialog } from "../../ui/dialog.tsx";
import { isLanguage, languages } from "../../ui/i18n/languages.ts";
import { chooseLanguage, chosenLanguage, t } from "../../ui/i18n/t.ts";
import { trpc } from "../trpc.ts";

const steps = [
  [t("Import"), t("Bring text with its translation and entities. You see every row before it goes in.")],
  [
    t("Review"),
    t(
      "Source and English side by side: correct spans, labels and links, then accept. Everything is saved at once.",
    ),
  ],
  [t("Export"), t("Take the corrected data with you, by state, layer and document.")],
] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("How Spanbridge works")}>
      <ol className="flex flex-col gap-3">
        {steps.map(([title, text], index) => (
          <li key={title} className="flex gap-3">
            <span className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-ink text-xs">
              {index + 1}
            </span>
            <p>
              <strong className="font-semibold">{title}.</strong> {text}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-ink-muted text-sm">
        {t("On the review screen the bar at the bottom shows the keys that work at that moment.")}
      </p>
      <label className="mt-4 flex items-center gap-2">
        {t("Language of the interface")}
        <select
          value={chosenLanguage()}
          onChange={({ target }) => isLanguage(target.value) && chooseLanguage(target.value)}
          className="h-8 rounded-md border border-control bg-surface px-2"
        >
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {me && (
        <p className="mt-4 border-line border-t pt-3 text-ink-muted text-sm">
          {t("Signed in as {{name}} · Spanbridge {{version}}", { name: me.name, version: me.version })}
        </p>
      )}
    </Dialog>
  );
}
