"""A Spanbridge project as spaCy documents, saved as the DocBin that `spacy train` reads."""

import json
import os

import requests
import spacy
from spacy.tokens import DocBin
from spacy.util import filter_spans

URL = os.environ.get("SPANBRIDGE_URL", "http://127.0.0.1:4400")
PROJECT = os.environ.get("SPANBRIDGE_PROJECT", "my-project")

api = requests.Session()
api.headers["Authorization"] = f"Bearer {os.environ['SPANBRIDGE_KEY']}"
project = api.get(f"{URL}/api/v1/projects/{PROJECT}")
project.raise_for_status()

# Chinese is cut into characters by default; Thai, Japanese and Korean need spaCy's extra packages for words.
nlp = spacy.blank(project.json()["sourceLang"].split("-")[0])
documents, lost, total = DocBin(), 0, 0
with api.get(f"{URL}/api/v1/projects/{PROJECT}/export", params={"format": "pairs"}, stream=True) as response:
    response.raise_for_status()
    for line in response.iter_lines():
        row = json.loads(line)
        doc = nlp.make_doc(row["source_text"])
        spans = [doc.char_span(e["start"], e["end"], label=e["label"]) for e in row["source_entities"]]
        # A name that begins or ends inside a token cannot be an entity of spaCy; neither can one inside another.
        doc.ents = filter_spans([span for span in spans if span])
        total += len(spans)
        lost += len(spans) - len(doc.ents)
        documents.add(doc)

documents.to_disk(f"{PROJECT}.spacy")
print(f"{PROJECT}.spacy: {len(documents)} documents, {total - lost} of {total} entities")
