"""Runs schemathesis against a server that is up: fuzz.py URL CASES [PHASES].

Signs in as four people of the demo, each in turn; asks the API for ids that exist, so that requests reach the rules
behind the addresses; then sends CASES generated requests for each operation and person. Ends with the number of
requests and of faults, and with a failing code when there is a fault.
"""

import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
PEOPLE = ("lid", "kerngroep", "kantoor", "beheer")
ORGANIZATION = "netwerkpartij"

# The session that the requests are made with must last.
LEFT_OUT = ("endCurrentSession", "endSession", "refreshSession")

# What stands in a path, and the list that knows values of it.
LISTS = {
    "network": "networks",
    "meeting": "meetings",
    "person": "persons",
    "position": "positions",
    "plan": "founding-plans",
    "unit": "units",
    "evaluation": "evaluations",
    "affiliation": "affiliations",
    "registration": "registrations",
}


def call(url, token=None, body=None):
    """A request; an answer that is no success gives None."""
    headers = {"accept": "application/json", "content-type": "application/json"}
    if token:
        headers["authorization"] = f"Bearer {token}"
    data = json.dumps(body).encode() if body is not None else None
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=20) as answer:
            return json.load(answer)
    except urllib.error.HTTPError:
        return None


def sign_in(base, person):
    credentials = {
        "email": f"{person}@{ORGANIZATION}.example",
        "password": os.environ["VLIEGWIEL_DEMO_PASSWORD"],
        "client": "mobile",
    }
    return call(f"{base}/api/v1/sessions", body=credentials)["accessToken"]


def known_ids(base, token):
    """Values for the parameters in paths, as this person finds them."""
    found = {"organization": [ORGANIZATION]}
    for parameter, resource in LISTS.items():
        page = call(f"{base}/api/v1/organizations/{ORGANIZATION}/{resource}?pageSize=20", token)
        ids = [item["id"] for item in (page or {"items": []})["items"] if "id" in item]
        if ids:
            found[parameter] = ids
    return found


def configuration(base, token, phases, cases):
    lines = [
        'hooks = "meaning.py"',
        "continue-on-failure = true",
        "warnings = false",
        f'headers = {{ Authorization = "Bearer {token}" }}',
        "[generation]",
        f"max-examples = {cases}",
        "no-shrink = true",
        "[checks.positive_data_acceptance]",
        "enabled = false",
        "[checks.negative_data_rejection]",
        # who may not, and whose version is old, hears that before what is wrong with the input
        'expected-statuses = ["400", "401", "403", "404", "406", "409", "412", "415", "422", "428", "429"]',
        "[checks.missing_required_header]",
        'expected-statuses = ["400", "401", "403", "404", "406", "415", "422", "428"]',
    ]
    for phase in ("examples", "coverage", "fuzzing", "stateful"):
        lines += [f"[phases.{phase}]", f"enabled = {str(phase in phases).lower()}"]
    ids = known_ids(base, token)
    for name, values in ids.items():
        lines += [f"[dictionaries.{name}]", f"values = {json.dumps(values)}"]
    lines += ["[parameters]"]
    lines += [f'"path.{name}" = {{ dictionary = "{name}", probability = 0.7 }}' for name in ids]
    return "\n".join(lines) + "\n"


def fuzz_as(base, person, phases, cases, folder):
    """Requests and faults of a run as one person."""
    file = folder / f"{person}.toml"
    file.write_text(configuration(base, sign_in(base, person), phases, cases))
    (folder / "meaning.py").write_text((HERE / "meaning.py").read_text())
    command = ["st", "--config-file", str(file), "run", f"{base}/api/v1/openapi.json"]
    for name in LEFT_OUT:
        command += ["--exclude-operation-id", name]
    seed = os.environ.get("FUZZ_SEED", "1")
    run = subprocess.run([*command, "--seed", seed], capture_output=True, text=True, cwd=folder, check=False)
    (folder / f"{person}.log").write_text(run.stdout + run.stderr)
    counted = re.search(r"(\d+) generated(?:, (\d+) found)?", run.stdout)
    sent = int(counted.group(1)) if counted else 0
    faults = int(counted.group(2) or 0) if counted else 1
    if run.returncode != 0 or faults:
        faults = max(faults, 1)
        print(run.stdout[-20000:], run.stderr[-2000:])
    print(f"{person}: {sent} requests, {faults} faults", flush=True)
    return sent, faults


def main():
    base, cases = sys.argv[1], int(sys.argv[2])
    phases = (sys.argv[3] if len(sys.argv) > 3 else "examples,fuzzing").split(",")
    folder = Path(os.environ["FUZZ_FOLDER"])
    runs = [fuzz_as(base, person, phases, cases, folder) for person in PEOPLE]
    sent, faults = sum(sent for sent, _ in runs), sum(faults for _, faults in runs)
    print(f"test result: {'FAILED' if faults else 'ok'}. {sent - faults} passed; {faults} failed")
    sys.exit(1 if faults or sent == 0 else 0)


main()
