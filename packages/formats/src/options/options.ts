import type { OptionValues } from "@spanbridge/shared/contracts";
import { z } from "zod";

/**
 * An option of a codec, as data: enough for a form, a command line and an address to offer it without knowing the codec.
 * Values travel as strings.
 */
export type OptionSpec = {
  /** Unique within its set; lower case, words joined by `_`. */
  readonly key: string;
  /** For people. */
  readonly title: string;
  readonly hint?: string;
} & (
  | {
      readonly kind: "enum";
      readonly choices: readonly { readonly value: string; readonly title: string }[];
      readonly default: string;
    }
  | { readonly kind: "boolean"; readonly default: boolean }
  /** `column`: a column's name, or its number from 1. `map`: FROM=TO, separated by commas or line breaks. */
  | { readonly kind: "text" | "column" | "map"; readonly default: string; readonly placeholder?: string }
);

type ValueOf<Spec> = Spec extends { readonly kind: "boolean" }
  ? boolean
  : Spec extends { readonly kind: "enum"; readonly choices: readonly { readonly value: infer Value }[] }
    ? Value
    : string;
export type ValuesOf<Specs extends readonly OptionSpec[]> = {
  readonly [Spec in Specs[number] as Spec["key"]]: ValueOf<Spec>;
};

/** The options of one direction of a codec. */
export type OptionSet<Values = { readonly [key: string]: string | boolean }> = {
  readonly specs: readonly OptionSpec[];
  /** Takes what `OptionValues` may hold; missing values are the defaults, unknown keys an error. */
  readonly schema: z.ZodType<Values>;
  /** What is wrong with values, as sentences; empty when nothing is. */
  problems(values: OptionValues): readonly string[];
  /** The values, with defaults. Throws a ZodError for values that have `problems`. */
  read(values: OptionValues | undefined): Values;
};

const MAX_VALUE = 10_000;

export function defineOptions<const Specs extends readonly OptionSpec[]>(
  specs: Specs,
): OptionSet<ValuesOf<Specs>> {
  const shape = Object.fromEntries(specs.map((spec) => [spec.key, schemaOf(spec)]));
  const schema = z.strictObject(shape).transform((values) => values as ValuesOf<Specs>);
  const known = specs.map(({ key }) => key).join(", ");
  return {
    specs,
    schema,
    problems: (values) => {
      const parsed = schema.safeParse(values);
      if (parsed.success) return [];
      return parsed.error.issues.map((issue) => {
        if (issue.code === "unrecognized_keys") {
          const there = specs.length > 0 ? `It has: ${known}.` : "It has none.";
          return `The format has no option ${issue.keys.join(", ")} here. ${there}`;
        }
        return `The option ${issue.path.join(".")}: ${issue.message}.`;
      });
    },
    read: (values) => schema.parse(values ?? {}),
  };
}

function schemaOf(spec: OptionSpec): z.ZodType<string | boolean> {
  switch (spec.kind) {
    case "enum": {
      const values = spec.choices.map(({ value }) => value);
      return z.enum(values, `must be one of ${values.join(", ")}`).default(spec.default);
    }
    case "boolean":
      return z.union([z.boolean(), z.stringbool()], "must be true or false").default(spec.default);
    case "text":
    case "column":
    case "map":
      return z.string().max(MAX_VALUE).default(spec.default);
  }
}

export const noOptions = defineOptions([]);
