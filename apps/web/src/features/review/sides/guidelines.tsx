import { t } from "../../../ui/i18n/t.ts";
import { Markdown } from "../../../ui/markdown.tsx";

export function Guidelines({ text }: { readonly text: string }) {
  if (text.trim() === "") {
    return <p className="p-3 text-ink-muted text-sm">{t("This project has no guidelines yet.")}</p>;
  }
  return (
    <div className="p-3 text-sm">
      <Markdown text={text} />
    </div>
  );
}
