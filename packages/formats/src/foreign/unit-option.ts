import { importSpecs } from "../options/common.ts";
import { defineOptions } from "../options/options.ts";
import type { Unit } from "./draft.ts";

/** For tools of which some parts count code points and others UTF-16 units. */
export const unitOptions = defineOptions([
  ...importSpecs,
  {
    key: "offsets",
    title: "Offsets count",
    hint: "They differ in texts with emoji and rare characters only.",
    kind: "enum",
    choices: [
      { value: "code_points", title: "Code points (as written by scripts and the server)" },
      { value: "utf16", title: "UTF-16 units (as written by some pages in the browser)" },
    ],
    default: "code_points",
  },
]);

export const unitOf = (options: { readonly [key: string]: string } | undefined): Unit =>
  unitOptions.read(options).offsets === "utf16" ? "utf-16" : "code points";
