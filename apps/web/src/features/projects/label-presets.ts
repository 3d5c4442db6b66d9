import { defaultLabels, type Label } from "@spanbridge/shared/contracts";

export type LabelPreset = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly labels: readonly Label[];
};

const label = (name: string, colour: number, hotkey: string, description: string): Label => ({
  name,
  colour,
  hotkey,
  description,
});

/** Label sets of well-known corpora, to begin with; all can be changed later. */
export const labelPresets: readonly LabelPreset[] = [
  {
    id: "universal",
    name: "Universal NER",
    description: "Persons, organisations and locations.",
    labels: defaultLabels,
  },
  {
    id: "conll",
    name: "CoNLL-2003",
    description: "The same and everything else that has a name.",
    labels: [
      ...defaultLabels,
      label("MISC", 7, "m", "Names that are none of these: events, nationalities, works, products."),
    ],
  },
  {
    id: "ontonotes",
    name: "OntoNotes 5",
    description: "Eighteen types, with dates, amounts and works.",
    labels: [
      label("PERSON", 0, "p", "People, including fictional ones."),
      label("NORP", 7, "n", "Nationalities, religious or political groups."),
      label("FAC", 4, "f", "Buildings, airports, roads, bridges."),
      label("ORG", 1, "o", "Companies, agencies, institutions."),
      label("GPE", 2, "g", "Countries, cities, states."),
      label("LOC", 10, "l", "Places that are no GPE: mountains, waters, regions."),
      label("PRODUCT", 6, "r", "Objects, vehicles, foods; no services."),
      label("EVENT", 3, "e", "Named storms, battles, wars, sports events."),
      label("WORK_OF_ART", 11, "w", "Titles of books, songs, films."),
      label("LAW", 9, "a", "Named documents made into laws."),
      label("LANGUAGE", 5, "u", "Any named language."),
      label("DATE", 8, "d", "Dates or periods, absolute or relative."),
      label("TIME", 8, "t", "Times shorter than a day."),
      label("PERCENT", 9, "c", "Percentages, with the sign or the word."),
      label("MONEY", 6, "y", "Amounts with their currency."),
      label("QUANTITY", 4, "q", "Measurements: weight, distance."),
      label("ORDINAL", 5, "i", "First, second, …"),
      label("CARDINAL", 9, "k", "Numbers that are nothing else."),
    ],
  },
  {
    id: "empty",
    name: "No labels yet",
    description: "Make your own in the settings before you import.",
    labels: [],
  },
];
