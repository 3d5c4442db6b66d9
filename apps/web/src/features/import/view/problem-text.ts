import type { Problem } from "../machine.ts";

type Told = { readonly title: string; readonly advice: string };

/** What is wrong with a file as a whole, and what to do. */
export function problemText({ kind, file }: { readonly kind: Problem; readonly file: string }): Told {
  switch (kind) {
    case "several_files":
      return {
        title: `${file} at once`,
        advice: "Import them one after the other; each gets its own report.",
      };
    case "empty":
      return { title: `${file} is empty`, advice: "Check that it was saved or downloaded completely." };
    case "format":
      return {
        title: `${file} is in no format that can be imported`,
        advice:
          "The formats below can. A file of another program has to be converted into one of them first.",
      };
    case "unreadable":
      return {
        title: `${file} could not be read`,
        advice: "It was moved or changed while it was read, or is a folder. Choose it again.",
      };
  }
}
