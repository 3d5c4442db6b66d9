import { z } from "zod";
import { linkSchema } from "../annotation/link.ts";
import { spanSchema } from "../annotation/span.ts";
import { layerKinds } from "./project.ts";
import { recordedSignalSchema, runEngines } from "./runs.ts";

/**
 * What one engine says about a segment, as it stands in its layer; spans of the translation refer to `pivotText`. A run
 * that failed on the segment says why in `failure`, and nothing else.
 */
export const opinionSchema = z.object({
  layer: z.string(),
  kind: z.enum(layerKinds),
  /** Null for what a file brought. */
  engine: z.enum(runEngines).nullable(),
  /** Of a language model; empty otherwise. */
  model: z.string(),
  /** A trial on a few segments. */
  test: z.boolean(),
  /** This is what the segment shows before anybody edits it. */
  shown: z.boolean(),
  failure: z.string(),
  pivotText: z.string(),
  spans: z.array(spanSchema),
  links: z.array(linkSchema),
  signals: z.array(recordedSignalSchema),
});
export type Opinion = z.output<typeof opinionSchema>;
export const opinionsSchema = z.array(opinionSchema);
