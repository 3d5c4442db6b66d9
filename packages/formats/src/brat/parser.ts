import { companionParser } from "../archive/companions.ts";
import { baseName, folderOf } from "../archive/name.ts";
import type { ArchiveParser, ParseOptions } from "../codec.ts";
import { documentOf, idOf } from "./names.ts";
import { readBrat } from "./read.ts";

/** Reads pairs of `.txt` and `.ann` files of an archive, in whatever order they stand in it. */
export const bratParser = (options: ParseOptions, split: "lines" | "documents"): ArchiveParser =>
  companionParser(options, {
    kinds: ["txt", "ann"],
    read: (stem, files, { context, totals, about }) => {
      const text = files.get("txt");
      if (text === undefined) {
        return [about("missing", `${baseName(stem)}.ann has no .txt file beside it; it was left out.`)];
      }
      // A text that nobody has annotated yet has an empty annotation.
      const ann = files.get("ann") ?? "";
      const doc = { id: idOf(baseName(stem)), document: documentOf(folderOf(stem)), text, ann };
      return readBrat(doc, `${options.file}/${baseName(stem)}`, split, context, totals);
    },
  });
