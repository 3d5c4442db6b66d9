import { Waiting } from "../../../ui/spinner.tsx";

export function Recognising({ file }: { readonly file: File }) {
  return <Waiting label={`Reading ${file.name}`} />;
}
