import type { Loss } from "@spanbridge/shared/contracts";
import { TriangleAlert } from "lucide-react";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";

/** What the format cannot hold: how often, and the first places. */
export function Losses({ losses }: { readonly losses: readonly Loss[] }) {
  return (
    <div>
      <h3 className="mb-2 flex items-center gap-2 text-base text-warn">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {t("What the format cannot hold")}
      </h3>
      <ul className="flex flex-col gap-2">
        {losses.map(({ code, message, count, examples }) => (
          <li key={code} className="rounded-md bg-warn-soft px-3 py-2 text-sm">
            <p>
              <span className="font-semibold tabular-nums">{formatNumber(count)} ×</span> {message}
            </p>
            {examples.length > 0 && (
              <details className="mt-1">
                <summary className="w-fit rounded-sm text-warn">{t("Where")}</summary>
                <ul className="mt-1 list-disc ps-5 font-mono text-xs [overflow-wrap:anywhere]">
                  {examples.map((example) => (
                    <li key={example}>{example}</li>
                  ))}
                  {count > examples.length && (
                    <li className="font-sans">
                      {t("and {{value}} more", { value: formatNumber(count - examples.length) })}
                    </li>
                  )}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
