import { t } from "../../../ui/i18n/t.ts";
import { Waiting } from "../../../ui/spinner.tsx";

export function Recognising({ file }: { readonly file: File }) {
  return <Waiting label={t("Reading {{name}}", { name: file.name })} />;
}
