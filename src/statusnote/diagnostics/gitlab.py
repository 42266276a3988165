"""What is wrong → the report that GitLab shows at a merge request."""

import json
from collections.abc import Sequence

from statusnote.diagnostics.fingerprints import below_here, fingerprints
from statusnote.diagnostics.problem import Problem
from statusnote.diagnostics.reporters import Display, in_lines
from statusnote.diagnostics.severity import Severity

# Of info, minor, major, critical and blocker. An error stops the note and is put right in the file,
# so that it is nothing that burns; a warning may stand.
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}
FIRST_LINE = 1  # stands for the whole file, since GitLab wants a line


def as_gitlab(problems: Sequence[Problem], display: Display) -> str:
    """*problems* as a list of objects, one each.

    Source: GitLab Docs, »Code Quality«, »Code Quality report format«.
    """
    issues = [
        {
            "description": in_lines(problem, display.language),
            "check_name": problem.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[problem.severity],
            "location": {
                "path": below_here(problem.place.file),
                "lines": {"begin": problem.place.line or FIRST_LINE},
            },
        }
        for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
    ]
    return f"{json.dumps(issues, ensure_ascii=False, indent=2)}\n"
