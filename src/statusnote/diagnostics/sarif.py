"""What is wrong → SARIF, which GitHub, Azure DevOps and editors show beside the lines.

Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS, whose clauses are
named below; and of what GitHub asks for beyond it, GitHub Docs, »SARIF support for code scanning«.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from statusnote.diagnostics.fingerprints import below_here, fingerprints
from statusnote.diagnostics.language import Language, Wording
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import Place, Problem
from statusnote.diagnostics.reporters import Display
from statusnote.version import VERSION

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "statusnote/v1"  # the last part is its version (3.27.17)


def as_sarif(problems: Sequence[Problem], display: Display) -> str:
    """*problems* as one run, with a rule for each code among them (3.14, 3.19.23)."""
    language = display.language
    rules = {problem.code: _rule(problem, language) for problem in problems}
    codes = sorted(rules)
    driver = {
        "name": "statusnote",
        "version": VERSION,
        "language": language,
        "rules": [rules[code] for code in codes],
    }
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            **_result(problem, language),
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",  # (3.14.27)
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json.dumps(log, ensure_ascii=False, indent=2)}\n"


def _rule(problem: Problem, language: Language) -> dict[str, Any]:
    """What is said of a code whatever the data are (3.49)."""
    wrong, cure = problem.message.what_is_wrong, problem.message.what_to_do
    wrong_and_cure = (_general(wrong, language), _general(cure, language))
    return {
        "id": problem.code,
        "shortDescription": {"text": wrong_and_cure[0]},
        "fullDescription": {"text": " ".join(wrong_and_cure)},
        "defaultConfiguration": {"level": problem.severity},
        "help": {"text": wrong_and_cure[1]},
    }


def _general(wording: Wording, language: Language) -> str:
    """A text of the catalogue, with a `…` for each of what is put in there."""
    return _literal(wording.said_in(language).format_map(defaultdict(lambda: "…")))


def _result(problem: Problem, language: Language) -> dict[str, Any]:
    """What is found, and where (3.27); errors and warnings are called so here, too."""
    text = _literal("\n".join(problem.worded(language)))
    found: dict[str, Any] = {
        "level": problem.severity,
        "message": {"text": text},
        "locations": [_location(problem.place)],
    }
    if problem.other:
        see_also = {"text": reports.SEE_ALSO.said_in(language)}
        found["relatedLocations"] = [{**_location(problem.other), "message": see_also}]
    return found


def _literal(text: str) -> str:
    """*text*, in which nothing is a link: what the data say leads nowhere (3.11.6)."""
    return text.replace("](", r"\](")


def _location(place: Place) -> dict[str, Any]:
    """A *place* (3.28); the first line for a whole file, since GitHub wants a line.

    A region goes from its first character to before its last one, from 1 (3.30).
    """
    region = {"startLine": max(place.line, 1)}
    if place.line:
        region |= {"startColumn": place.column, "endColumn": place.end_column}
    where = {"artifactLocation": {"uri": _uri(place.file)}, "region": region}
    return {"physicalLocation": where}


def _uri(file: str) -> str:
    """The path of *file* as a reference (3.4.3; RFC 3986)."""
    path = below_here(file)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path, errors="replace")
