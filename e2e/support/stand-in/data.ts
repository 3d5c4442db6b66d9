/** What the stand-in knows of a sentence. Names in reading order of the English text. */
export type Known = {
  readonly source: string;
  readonly english: string;
  readonly names: readonly {
    readonly english: string;
    readonly source: string | null;
    readonly label: string;
  }[];
};

type Entity = { readonly id: string; readonly text: string; readonly label: string };
type Row = {
  readonly source_text: string;
  readonly english_text: string;
  readonly source_entities: readonly Entity[];
  readonly english_entities: readonly Entity[];
  readonly links: readonly (readonly [string, string])[];
};

/** What rows of the pairs format say: their translation, their English entities, and where those are in the source. */
export const knownFrom = (rows: readonly Row[]): Known[] =>
  rows.map((row) => {
    const sources = new Map(row.source_entities.map((entity) => [entity.id, entity]));
    return {
      source: row.source_text,
      english: row.english_text,
      names: row.english_entities.map(({ id, text, label }) => {
        const link = row.links.find(([pivot]) => pivot === id);
        return { english: text, label, source: (link && sources.get(link[1])?.text) ?? null };
      }),
    };
  });

/** Everything known, with a way to answer for a sentence that is not: by the names that stand in it. */
export class Knowledge {
  readonly #bySource = new Map<string, Known>();
  readonly #byEnglish = new Map<string, Known>();
  readonly #names = new Map<string, { readonly english: string; readonly label: string }>();

  constructor(known: readonly Known[]) {
    for (const one of known) {
      this.#bySource.set(one.source, one);
      this.#byEnglish.set(one.english, one);
      for (const { english, source, label } of one.names)
        if (source) this.#names.set(source, { english, label });
    }
  }

  ofSource(source: string): Known {
    return this.#bySource.get(source) ?? this.#made(source);
  }

  ofEnglish(english: string): Known | undefined {
    return this.#byEnglish.get(english);
  }

  /** The English name of a stretch of source text. */
  nameOf(source: string): string | undefined {
    return this.#names.get(source)?.english;
  }

  #made(source: string): Known {
    const names = [...this.#names].filter(([name]) => source.includes(name));
    const found = names.map(([name, { english, label }]) => ({ source: name, english, label }));
    const made = {
      source,
      english:
        found.length === 0
          ? "This sentence names nobody."
          : `This is about ${found.map(({ english }) => english).join(" and ")}.`,
      names: found,
    };
    this.#byEnglish.set(made.english, made);
    return made;
  }
}
