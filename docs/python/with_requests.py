"""Files into and out of a Spanbridge project, with nothing but requests.

    python with_requests.py [FILE_TO_IMPORT]
"""

import os
import sys

import requests

URL = os.environ.get("SPANBRIDGE_URL", "http://127.0.0.1:4400")
PROJECT = os.environ.get("SPANBRIDGE_PROJECT", "my-project")

api = requests.Session()
api.headers["Authorization"] = f"Bearer {os.environ['SPANBRIDGE_KEY']}"


def call(method, path, **options):
    """A request below /api/v1; a refusal becomes an error that says what to do."""
    response = api.request(method, f"{URL}/api/v1{path}", **options)
    if response.headers.get("Content-Type", "").startswith("application/problem+json"):
        problem = response.json()
        sys.exit(f"{problem['detail']}\n{problem['next']}")
    response.raise_for_status()
    return response


project = call("GET", f"/projects/{PROJECT}").json()
print(project["name"], project["counts"])

if len(sys.argv) > 1:
    name = sys.argv[1]
    # First only try: every bad row is named, nothing is kept. The file is sent as it is read, whatever its size.
    for dry_run in ("true", "false"):
        with open(name, "rb") as file:
            report = call(
                "POST",
                f"/projects/{PROJECT}/import",
                params={"name": os.path.basename(name), "dryRun": dry_run},
                data=file,
            ).json()
        print("dry run:" if dry_run == "true" else "import:", report["outcome"], report["imported"], "of", report["rows"])
        for found in report["diagnostics"]:
            print(f"  row {found['row']}: {found['field']} {found['message']}")

# Only what somebody has accepted; leave `state` out for everything.
selection = {"format": "pairs", "layer": "review", "state": ["accepted"]}
with call("GET", f"/projects/{PROJECT}/export", params=selection, stream=True) as response:
    with open(f"{PROJECT}.jsonl", "wb") as file:
        for piece in response.iter_content(1 << 16):
            file.write(piece)
    losses = requests.compat.urljoin(URL, response.links["describedby"]["url"])
print(f"{PROJECT}.jsonl:", api.get(losses).json())
