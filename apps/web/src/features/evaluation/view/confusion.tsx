import { clsx } from "clsx";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { LabelName } from "./labels.tsx";
import { CsvButton, reachable } from "./table.tsx";

/**
 * Which label was taken for which, as a table whose cells are the darker the more spans are in them: the numbers say the
 * same without colour. Shades are by row, so that a rare label's mistakes show as well.
 */
export function Confusion() {
  const { system } = useShown();
  const { labels, cells } = system.confusion;
  const axis: readonly (string | null)[] = [...labels, null];
  const count = (gold: string | null, predicted: string | null): number =>
    cells.find((cell) => cell.gold === gold && cell.predicted === predicted)?.spans ?? 0;
  const shade = (gold: string | null, predicted: string | null): number => {
    const most = Math.max(1, ...axis.map((label) => count(gold, label)));
    return count(gold, predicted) / most;
  };
  return (
    <Section
      title={t("Labels taken for others")}
      subtitle={t("Matched spans, whatever their boundaries.")}
      actions={
        <CsvButton
          part="confusion matrix"
          header={["gold", "predicted", "spans"]}
          rows={() =>
            axis.flatMap((gold) =>
              axis.map((predicted) => [gold ?? "", predicted ?? "", count(gold, predicted)]),
            )
          }
        />
      }
    >
      <section className="overflow-x-auto p-3" aria-label={t("Confusion matrix")} {...reachable}>
        <table className="border-separate border-spacing-0.5 text-sm tabular-nums">
          <caption className="sr-only">
            {t("Expected labels in rows, predicted labels of {{layer}} in columns", { layer: system.layer })}
          </caption>
          <thead>
            <tr>
              <td className="px-2 text-ink-muted text-xs">{t("expected ↓ predicted →")}</td>
              {axis.map((label) => (
                <th key={label ?? ""} scope="col" className="min-w-16 px-1 py-1 text-center font-normal">
                  {label === null ? (
                    <span className="text-ink-muted">{t("nothing")}</span>
                  ) : (
                    <LabelName name={label} />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {axis.map((gold) => (
              <tr key={gold ?? ""}>
                <th scope="row" className="px-2 text-start font-normal">
                  {gold === null ? (
                    <span className="text-ink-muted">{t("nothing")}</span>
                  ) : (
                    <LabelName name={gold} />
                  )}
                </th>
                {axis.map((predicted) => (
                  <td
                    key={predicted ?? ""}
                    className={clsx(
                      "relative h-9 rounded-xs border text-center",
                      gold === predicted && gold !== null ? "border-control" : "border-line",
                    )}
                  >
                    {gold === null && predicted === null ? (
                      <span className="text-ink-muted" title={t("Nothing taken for nothing is not counted")}>
                        –
                      </span>
                    ) : (
                      <>
                        <span
                          aria-hidden
                          className="absolute inset-0 rounded-xs bg-accent [print-color-adjust:exact]"
                          style={{ opacity: 0.3 * shade(gold, predicted) }}
                        />
                        <FigureLink
                          drill={{ kind: "cell", gold, predicted }}
                          count={count(gold, predicted)}
                          className="relative flex h-9 items-center justify-center px-2 text-ink no-underline"
                        />
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
