import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { score } from "../figures.ts";
import { CsvButton, FigureTable, Row } from "./table.tsx";

const usedIn = {
  imported: (segments: string) => t("imported in {{segments}}", { segments }),
  words: (segments: string) => t("words in {{segments}}", { segments }),
  characters: (segments: string) => t("characters in {{segments}}", { segments }),
};

/** What other programs would say of the same data: over tokens, and so not comparable with the scores above. */
export function Compatibility() {
  const { system } = useShown();
  const { conlleval, strictIob2, eat, tokens, notOnTokens, widened } = system.compatibility;
  const used = (["imported", "words", "characters"] as const)
    .filter((source) => tokens[source] > 0)
    .map((source) => usedIn[source](plural(tokens[source], "segment")))
    .join(", ");
  return (
    <Section
      title={t("As other programs score it")}
      subtitle={t("On tokens: for comparison with published tables only.")}
      actions={
        <CsvButton
          part="token scores"
          header={["program", t("micro f1"), t("macro f1"), t("weighted f1")]}
          rows={() => [
            ["conlleval", conlleval.micro.f1, conlleval.macro.f1, conlleval.weighted.f1],
            [t("seqeval strict IOB2"), strictIob2.micro.f1, strictIob2.macro.f1, strictIob2.weighted.f1],
            [t("EAT token score"), eat.micro, eat.macro, eat.weighted],
          ]}
        />
      }
    >
      <FigureTable
        caption={t("Token scores of {{layer}}", { layer: system.layer })}
        head={[t("Program"), t("Micro F1"), t("Macro F1"), t("Weighted F1")]}
      >
        <Row
          name="conlleval, seqeval’s default"
          cells={[score(conlleval.micro.f1), score(conlleval.macro.f1), score(conlleval.weighted.f1)]}
        />
        <Row
          name="seqeval strict, IOB2"
          cells={[score(strictIob2.micro.f1), score(strictIob2.macro.f1), score(strictIob2.weighted.f1)]}
        />
        <Row
          name={t("EAT’s token score")}
          cells={[score(eat.micro), score(eat.macro), score(eat.weighted)]}
        />
      </FigureTable>
      <p className="border-line border-t px-3 py-2 text-ink-muted text-xs">
        {t("Tokens:")} {used || t("none")}
        {t(
          ". {{spans}} not on tokens, {{spans2}} widened to whole ones. EAT skips {{sentences}} without expected entities.",
          {
            spans: plural(notOnTokens, "span"),
            spans2: plural(widened, "span"),
            sentences: plural(eat.skipped, "sentence"),
          },
        )}
      </p>
    </Section>
  );
}
