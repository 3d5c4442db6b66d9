import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { CsvButton, FigureTable, Row } from "./table.tsx";

/** How far the edges of matched spans are off, in characters. */
export function Edges() {
  const { system } = useShown();
  const { start, end } = system.edges;
  const offsets = [...new Set([...start, ...end].map(({ offset }) => offset))].sort((a, b) => a - b);
  if (offsets.every((offset) => offset === 0)) return null;
  const count = (edge: "start" | "end", offset: number): number =>
    system.edges[edge].find((one) => one.offset === offset)?.spans ?? 0;
  return (
    <Section
      title={t("How far edges are off")}
      subtitle={t("In characters, of spans that overlap an expected one.")}
      actions={
        <CsvButton
          part="edges"
          header={["offset", "starts", "ends"]}
          rows={() => offsets.map((offset) => [offset, count("start", offset), count("end", offset)])}
        />
      }
    >
      <div className="max-h-80 overflow-y-auto print:max-h-none">
        <FigureTable
          caption={t("Edges of {{layer}}", { layer: system.layer })}
          head={[t("Off by"), t("Starts"), t("Ends")]}
        >
          {offsets.map((offset) => (
            <Row
              key={offset}
              name={
                offset === 0
                  ? t("right")
                  : offset < 0
                    ? t("{{offset}} too early", { offset: -offset })
                    : t("{{offset}} too late", { offset })
              }
              cells={(["start", "end"] as const).map((edge) => (
                <FigureLink key={edge} drill={{ kind: "edge", edge, offset }} count={count(edge, offset)} />
              ))}
            />
          ))}
        </FigureTable>
      </div>
    </Section>
  );
}
