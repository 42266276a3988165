"""What a service demands of a report, as strict as its published schema on all that we write.

The schemas themselves are others' texts and not kept here. These name every key that we use, forbid
any other, and demand what the sources do.
"""

import json
from typing import Any
from xml.etree import ElementTree as ET

from jsonschema import Draft4Validator, Draft7Validator
from support.project import ROOT


def _object(needed: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An object that has the keys *needed*, may have *more*, and has no other."""
    return {
        "type": "object",
        "properties": {**needed, **more},
        "required": [*needed],
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
FROM_ONE = {"type": "integer", "minimum": 1}
HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

# Source: GitLab Docs, »Code Quality report format«: all of these are demanded, a path is relative
# and begins with no »./«.
GITLAB = {
    "type": "array",
    "items": _object(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": HASH,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _object(
                {
                    "path": {"type": "string", "pattern": r"^(?!/|\./|[A-Za-z]:).+"},
                    "lines": _object({"begin": FROM_ONE}),
                }
            ),
        }
    ),
}

MESSAGE = _object({"text": TEXT})
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"}
# Source: RFC 3986 of references without a query or a fragment.
REFERENCE = {"type": "string", "pattern": r"^([\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2}|^file:)+$"}
PLACE = _object(
    {
        "artifactLocation": _object({"uri": REFERENCE}),
        "region": _object({"startLine": FROM_ONE}, startColumn=FROM_ONE, endColumn=FROM_ONE),
    }
)
# Source: the clauses of SARIF 2.1.0 on sarifLog (3.13), run (3.14), tool (3.18), toolComponent
# (3.19), result (3.27), location (3.28), physicalLocation (3.29), region (3.30) and
# reportingDescriptor (3.49), and what GitHub demands of them besides: a region, its line, and of a
# rule its two descriptions.
SARIF = _object(
    {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": _object(
                {
                    "tool": _object(
                        {
                            "driver": _object(
                                {
                                    "name": TEXT,
                                    "version": TEXT,
                                    "language": LANGUAGE,
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": _object(
                                            {
                                                "id": TEXT,
                                                "shortDescription": MESSAGE,
                                                "fullDescription": MESSAGE,
                                                "defaultConfiguration": _object({"level": LEVEL}),
                                                "help": MESSAGE,
                                            }
                                        ),
                                    },
                                }
                            )
                        }
                    ),
                    "language": LANGUAGE,
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": _object(
                            {
                                "ruleId": TEXT,
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": MESSAGE,
                                "locations": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": _object({"physicalLocation": PLACE}),
                                },
                                "partialFingerprints": {
                                    "type": "object",
                                    "propertyNames": {"pattern": r"^[^/]+(/[^/]+)*/v[1-9]\d*$"},
                                    "additionalProperties": HASH,
                                },
                            },
                            relatedLocations={
                                "type": "array",
                                "uniqueItems": True,
                                "items": _object({"physicalLocation": PLACE, "message": MESSAGE}),
                            },
                        ),
                    },
                }
            ),
        },
    }
)


def broken_in_json(report: Any, schema: dict[str, Any]) -> list[str]:
    """What a *report* has otherwise than its *schema* demands."""
    return [error.message for error in Draft7Validator(schema).iter_errors(report)]


def broken_in_published_sarif(report: Any) -> list[str]:
    """What a *report* has otherwise than the schema demands that OASIS has published (rtm.5)."""
    published = Draft4Validator(json.loads(PUBLISHED_SARIF.read_text("utf-8")))
    return [error.message for error in published.iter_errors(report)]


MODULES = ROOT / "tests" / "support" / "pdfjs" / "node_modules"
PUBLISHED_SARIF = MODULES / "@microsoft" / "jest-sarif" / "lib/schemas/sarif-2.1.0-rtm.5.json"

# Of each element the attributes it must have and the elements it may hold, in a subset of what
# Jenkins' junit-10.xsd allows, in which GitLab, Azure and others find what they read.
JUNIT: dict[str, tuple[set[str], set[str]]] = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}


def broken_in_junit(report: str) -> list[str]:
    """What a *report* has otherwise than JUNIT says, its counts included."""
    root = ET.fromstring(report.encode())
    found = [] if root.tag == "testsuites" else [root.tag]
    for element in root.iter():
        attributes, children = JUNIT[element.tag]
        if set(element.keys()) != attributes:
            found.append(f"{element.tag} has {sorted(element.keys())}")
        found += [f"{each.tag} in {element.tag}" for each in element if each.tag not in children]
        if "tests" in attributes and _counts(element) != (element.get("tests"), *_said(element)):
            found.append(f"{element.tag} is miscounted")
    return found


def _counts(element: ET.Element) -> tuple[str, str, str]:
    cases, failures = (len([*element.iter(tag)]) for tag in ("testcase", "failure"))
    return str(cases), str(failures), "0"


def _said(element: ET.Element) -> tuple[str | None, str | None]:
    return element.get("failures"), element.get("errors")
