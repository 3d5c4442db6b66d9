import { findImportCodec } from "@spanbridge/formats";
import type { OptionValues } from "@spanbridge/shared/contracts";
import { t } from "../../../ui/i18n/t.ts";
import { FormatOptions } from "../../formats/index.ts";

type ReadingOptionsProps = {
  readonly format: string;
  readonly hasTable: boolean;
  readonly options: OptionValues;
  readonly onChange: (options: OptionValues) => void;
};

/** Those with a form of their own on the page. */
const SHOWN_ELSEWHERE = new Set(["label_map"]);
const IN_THE_TABLE = new Set(["header", "source_column", "pivot_column", "id_column", "document_column"]);

/** The further options of a format: seldom needed, and folded away. */
export function ReadingOptions({ format, hasTable, options, onChange }: ReadingOptionsProps) {
  const specs = (findImportCodec(format)?.importOptions.specs ?? []).filter(
    ({ key }) => !SHOWN_ELSEWHERE.has(key) && !(hasTable && IN_THE_TABLE.has(key)),
  );
  if (specs.length === 0) return null;
  return (
    <details className="rounded-lg border border-line bg-surface shadow-sm">
      <summary className="cursor-pointer rounded-lg px-4 py-3 font-medium">
        {t("How the file is read")}
      </summary>
      <div className="grid gap-4 border-line border-t p-4 sm:grid-cols-2">
        <FormatOptions specs={specs} values={options} onChange={onChange} />
      </div>
    </details>
  );
}
