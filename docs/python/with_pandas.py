"""A Spanbridge project as pandas tables: one row a segment, one row a linked pair of names."""

import io
import os

import pandas as pd
import requests

URL = os.environ.get("SPANBRIDGE_URL", "http://127.0.0.1:4400")
PROJECT = os.environ.get("SPANBRIDGE_PROJECT", "my-project")

response = requests.get(
    f"{URL}/api/v1/projects/{PROJECT}/export",
    params={"format": "pairs"},
    headers={"Authorization": f"Bearer {os.environ['SPANBRIDGE_KEY']}"},
)
response.raise_for_status()
segments = pd.read_json(io.BytesIO(response.content), lines=True, dtype={"id": str})
print(segments[["id", "source_text", "english_text"]].head())

names = pd.DataFrame(
    {"segment": row.id, "label": source["label"], "source": source["text"], "english": english["text"]}
    for row in segments.itertuples()
    for english_id, source_id in row.links
    for source in row.source_entities
    if source["id"] == source_id
    for english in row.english_entities
    if english["id"] == english_id
)
print(len(names), "linked names")
if len(names):
    print(names.value_counts(["label", "source", "english"]).head(10))
