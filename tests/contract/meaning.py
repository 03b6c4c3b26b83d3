"""The check that schemathesis has no word for: well-formed input is refused only for what it means.

Its own `positive_data_acceptance` takes every 400 for a fault of the document. Ours knows the refusals that no schema
can express, by code; a code that is not here, or whose condition does not hold, is a fault.
"""

import json
import unicodedata

import schemathesis

BIDI_CONTROLS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# Refusals that depend on other fields, on stored things, or on an opaque value of ours.
BY_MEANING = {
    "unknown-cursor",
    "unknown-reference",
    "not-with-this-outcome",
    "not-an-email-address",
}

# Bounds that depend on another field or on the calendar, by operation and pointer.
BY_BOUND = {
    ("getMeetingStatistics", "?before"),
    ("getMeetingStatistics", "?from"),
    ("listMeetings", "?before"),
    ("listMeetings", "?from"),
    ("answerFoundingPlan", "/revision"),
}


def texts(value):
    """All texts in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def holds_whole_float(value):
    """Whether a whole number is written with a point, as in 58.0: an integer to a schema, and refused by us (openapi/README.md)."""
    if isinstance(value, float):
        return value.is_integer()
    if isinstance(value, dict):
        return any(holds_whole_float(one) for one in value.values())
    return isinstance(value, list) and any(holds_whole_float(one) for one in value)


def is_unsafe(text):
    return any(unicodedata.category(one) in ("Cc", "Cs") or one in BIDI_CONTROLS for one in text)


def explains(code, body, sent):
    """Whether what was sent gives cause for a refusal about characters, blank texts or the writing of numbers."""
    if code == "wrong-type":
        return holds_whole_float(body)
    if code == "unsafe-characters":
        return any(is_unsafe(text) for text in sent)
    if code in ("empty", "too-short"):
        return any(not text.strip() for text in sent)
    if code == "too-long":
        return any(len(unicodedata.normalize("NFC", text)) > len(text) for text in sent)
    return False


@schemathesis.check
def refused_for_its_meaning(ctx, response, case):
    """A 400 to well-formed input names only refusals that a schema cannot express."""
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code != 400:
        return
    problem = json.loads(response.text)
    sent = [*texts(case.body), *texts(dict(case.query or {})), *texts(dict(case.path_parameters or {}))]
    name = case.operation.definition.raw.get("operationId")
    unexplained = [
        flaw
        for flaw in problem.get("errors") or [{"pointer": "", "code": problem["type"]}]
        if flaw["code"] not in BY_MEANING
        and (name, flaw["pointer"]) not in BY_BOUND
        and not explains(flaw["code"], case.body, sent)
    ]
    assert not unexplained, f"{name} refused well-formed input: {unexplained}"
