"""A Spanbridge project as a Hugging Face dataset, one example a segment."""

import os

import requests
from datasets import load_dataset

URL = os.environ.get("SPANBRIDGE_URL", "http://127.0.0.1:4400")
PROJECT = os.environ.get("SPANBRIDGE_PROJECT", "my-project")
FILE = f"{PROJECT}.jsonl"

with requests.get(
    f"{URL}/api/v1/projects/{PROJECT}/export",
    params={"format": "pairs"},
    headers={"Authorization": f"Bearer {os.environ['SPANBRIDGE_KEY']}"},
    stream=True,
) as response:
    response.raise_for_status()
    with open(FILE, "wb") as file:
        for piece in response.iter_content(1 << 16):
            file.write(piece)

dataset = load_dataset("json", data_files=FILE, split="train")
print(dataset)


def mentions(example):
    """Offsets count characters as Python does, so a slice of the text is the name."""
    text = example["source_text"]
    return {"names": [text[entity["start"] : entity["end"]] for entity in example["source_entities"]]}


for example in dataset.map(mentions).select(range(min(3, len(dataset)))):
    print(example["id"], example["names"])
