import { t } from "../../../ui/i18n/t.ts";
import { Markdown } from "../../../ui/markdown.tsx";
import { Section } from "../../../ui/page.tsx";

export function Guidelines({ text }: { readonly text: string }) {
  if (text.trim() === "") return null;
  return (
    <Section title={t("Guidelines")} className="px-5 py-4">
      <Markdown text={text} />
    </Section>
  );
}
