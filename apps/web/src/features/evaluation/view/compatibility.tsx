import { plural } from "../../../ui/format.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { score } from "../figures.ts";
import { CsvButton, FigureTable, Row } from "./table.tsx";

/** What other programs would say of the same data: over tokens, and so not comparable with the scores above. */
export function Compatibility() {
  const { system } = useShown();
  const { conlleval, strictIob2, eat, tokens, notOnTokens, widened } = system.compatibility;
  const used = (["imported", "words", "characters"] as const)
    .filter((source) => tokens[source] > 0)
    .map((source) => `${source} in ${plural(tokens[source], "segment")}`)
    .join(", ");
  return (
    <Section
      title="As other programs score it"
      subtitle="On tokens: for comparison with published tables only."
      actions={
        <CsvButton
          part="token scores"
          header={["program", "micro f1", "macro f1", "weighted f1"]}
          rows={() => [
            ["conlleval", conlleval.micro.f1, conlleval.macro.f1, conlleval.weighted.f1],
            ["seqeval strict IOB2", strictIob2.micro.f1, strictIob2.macro.f1, strictIob2.weighted.f1],
            ["EAT token score", eat.micro, eat.macro, eat.weighted],
          ]}
        />
      }
    >
      <FigureTable
        caption={`Token scores of ${system.layer}`}
        head={["Program", "Micro F1", "Macro F1", "Weighted F1"]}
      >
        <Row
          name="conlleval, seqeval’s default"
          cells={[score(conlleval.micro.f1), score(conlleval.macro.f1), score(conlleval.weighted.f1)]}
        />
        <Row
          name="seqeval strict, IOB2"
          cells={[score(strictIob2.micro.f1), score(strictIob2.macro.f1), score(strictIob2.weighted.f1)]}
        />
        <Row name="EAT’s token score" cells={[score(eat.micro), score(eat.macro), score(eat.weighted)]} />
      </FigureTable>
      <p className="border-line border-t px-3 py-2 text-ink-muted text-xs">
        Tokens: {used || "none"}. {plural(notOnTokens, "span")} not on tokens, {plural(widened, "span")}{" "}
        widened to whole ones. EAT skips {plural(eat.skipped, "sentence")} without expected entities.
      </p>
    </Section>
  );
}
