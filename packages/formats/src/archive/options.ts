import type { ParseOptions } from "../codec.ts";
import type { ImportCodec } from "../registry.ts";
import type { UnpackLimits } from "./guard.ts";

export type ReadOptions = ParseOptions & {
  /** The format, where somebody has said it; else it is found by content and name. */
  readonly codec?: ImportCodec | undefined;
  /** Told once the format is known, before anything is read in it; may throw to refuse it. */
  readonly onCodec?: (codec: ImportCodec) => void;
  readonly limits?: UnpackLimits;
};
