import datasets from "../../../../../docs/python/with_datasets.py?raw";
import pandas from "../../../../../docs/python/with_pandas.py?raw";
import requests from "../../../../../docs/python/with_requests.py?raw";
import spacy from "../../../../../docs/python/with_spacy.py?raw";
import { t } from "../../ui/i18n/t.ts";

export type Snippet = {
  /** The library it is about, as pip knows it. */
  readonly library: string;
  readonly file: string;
  readonly about: string;
  /** What has to be installed. */
  readonly needs: string;
  readonly code: string;
};

const snippets: readonly Snippet[] = [
  {
    library: "requests",
    file: "with_requests.py",
    about: t("Brings a file in, after a dry run, and takes what was accepted out, with the loss report."),
    needs: "requests",
    code: requests,
  },
  {
    library: "pandas",
    file: "with_pandas.py",
    about: t("Segments and linked names as tables."),
    needs: "requests pandas",
    code: pandas,
  },
  {
    library: "datasets",
    file: "with_datasets.py",
    about: t("The project as a Hugging Face dataset."),
    needs: "requests datasets",
    code: datasets,
  },
  {
    library: "spacy",
    file: "with_spacy.py",
    about: t("The project as the file that spaCy trains on."),
    needs: "requests spacy",
    code: spacy,
  },
];

/** The scripts of docs/python with the address of this server and this project in them. */
export const snippetsFor = (origin: string, project: string): readonly Snippet[] =>
  snippets.map((snippet) => ({
    ...snippet,
    code: snippet.code
      .replace('"http://127.0.0.1:4400"', () => JSON.stringify(origin))
      .replace('"my-project"', () => JSON.stringify(project)),
  }));
