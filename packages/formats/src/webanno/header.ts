/** A layer of the header, with the first of its columns, counted from 0 behind the token's three. */
export type Layer = {
  readonly kind: "span" | "relation" | "chain";
  readonly name: string;
  readonly features: readonly string[];
  readonly column: number;
};

const PREFIXES = { "#T_SP=": "span", "#T_RL=": "relation", "#T_CH=": "chain" } as const;

/** Columns of a layer: a feature each, at least one; a relation has one more, for where it comes from. */
const width = (kind: Layer["kind"], features: number): number =>
  Math.max(kind === "relation" ? 2 : 1, features);

/** The layers that the lines of a header declare. Of a relation layer the last feature is its base type. */
export function readHeader(lines: readonly string[]): readonly Layer[] {
  const layers: Layer[] = [];
  let column = 0;
  for (const line of lines) {
    for (const [prefix, kind] of Object.entries(PREFIXES)) {
      if (!line.startsWith(prefix)) continue;
      const [name = "", ...features] = line.slice(prefix.length).split("|");
      layers.push({ kind, name, features, column });
      // Value columns, and of a relation the one that says where it comes from in the place of the base type.
      column += width(kind, features.length);
    }
  }
  return layers;
}

/**
 * Where labels are: the layer and its feature that somebody named, else named entities, else the first span layer that
 * is no annotation of words.
 */
export function entityLayer(
  layers: readonly Layer[],
  wanted: string,
): { readonly layer: Layer; readonly column: number } | undefined {
  const spans = layers.filter(({ kind }) => kind === "span");
  const [name = "", feature = ""] = wanted.split("|");
  const layer =
    wanted === ""
      ? (spans.find((each) => /NamedEntity$/.test(each.name)) ??
        spans.find((each) => !/\.(?:POS|Lemma|Stem|MorphologicalFeatures|SurfaceForm)$/.test(each.name)))
      : spans.find((each) => each.name === name || each.name.endsWith(`.${name}`));
  if (!layer) return undefined;
  const at = layer.features.indexOf(feature === "" ? "value" : feature);
  return { layer, column: layer.column + Math.max(0, at) };
}
