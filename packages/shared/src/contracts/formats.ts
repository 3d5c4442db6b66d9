import { z } from "zod";
import { formatIdSchema } from "./exchange.ts";

/** An option of a format as programs see it; values travel as strings. */
const formatOptionSchema = z.object({
  key: z.string(),
  title: z.string(),
  hint: z.string().optional(),
  /** `column`: a column's name, or its number from 1. `map`: FROM=TO, separated by commas. */
  kind: z.enum(["enum", "boolean", "text", "column", "map"]),
  choices: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
  default: z.union([z.string(), z.boolean()]),
});

/** What programs have to know of a format before they choose it. */
export const formatInfoSchema = z.object({
  id: formatIdSchema,
  title: z.string(),
  summary: z.string(),
  /** With the dot; the first is the one that is written. */
  extensions: z.array(z.string()),
  mediaType: z.string(),
  /** What the format's offsets count. */
  offsets: z.string(),
  /** Whether importing an export gives the same records. */
  lossless: z.boolean(),
  cannotHold: z.array(z.string()),
  imports: z.boolean(),
  exports: z.boolean(),
  importOptions: z.array(formatOptionSchema),
  exportOptions: z.array(formatOptionSchema),
});
export type FormatInfo = z.infer<typeof formatInfoSchema>;
