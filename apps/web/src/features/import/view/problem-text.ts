import type { Problem } from "../machine.ts";

type Told = { readonly title: string; readonly advice: string };

/** What is wrong with a file as a whole, and what to do. */
export function problemText({ kind, file }: { readonly kind: Problem; readonly file: string }): Told {
  switch (kind) {
    case "several_files":
      return {
        title: `${file} at once`,
        advice:
          "They could not be read together: one of them is a folder, perhaps. Import them one after the other.",
      };
    case "empty":
      return { title: `${file} is empty`, advice: "Check that it was saved or downloaded completely." };
    case "format":
      return {
        title: `${file} is in no format that can be imported`,
        advice: "If you know what it is, say so below. A file of another program has to be converted first.",
      };
    case "unreadable":
      return {
        title: `${file} could not be read`,
        advice: "It was moved or changed while it was read, or is a folder. Choose it again.",
      };
  }
}
