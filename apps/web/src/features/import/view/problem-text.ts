import { t } from "../../../ui/i18n/t.ts";
import type { Problem } from "../machine.ts";

type Told = { readonly title: string; readonly advice: string };

/** What is wrong with a file as a whole, and what to do. */
export function problemText({ kind, file }: { readonly kind: Problem; readonly file: string }): Told {
  switch (kind) {
    case "several_files":
      return {
        title: t("{{file}} at once", { file }),
        advice: t(
          "They could not be read together: one of them is a folder, perhaps. Import them one after the other.",
        ),
      };
    case "empty":
      return {
        title: t("{{file}} is empty", { file }),
        advice: t("Check that it was saved or downloaded completely."),
      };
    case "format":
      return {
        title: t("{{file}} is in no format that can be imported", { file }),
        advice: t(
          "If you know what it is, say so below. A file of another program has to be converted first.",
        ),
      };
    case "unreadable":
      return {
        title: t("{{file}} could not be read", { file }),
        advice: t("It was moved or changed while it was read, or is a folder. Choose it again."),
      };
  }
}
