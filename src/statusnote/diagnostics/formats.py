"""What is wrong → a terminal, JSON, and what each service that runs a check takes in.

Every start reads it for the names of the formats, and what only they need is loaded with them.
"""

from collections.abc import Callable, Mapping, Sequence

from statusnote.diagnostics.problem import Problem
from statusnote.diagnostics.reporters import (
    Display,
    as_azure,
    as_github,
    as_json,
    as_json_line,
    as_text,
)

Reporter = Callable[[Sequence[Problem], Display], str]


def _gitlab(problems: Sequence[Problem], display: Display) -> str:
    from statusnote.diagnostics.gitlab import as_gitlab

    return as_gitlab(problems, display)


def _sarif(problems: Sequence[Problem], display: Display) -> str:
    from statusnote.diagnostics.sarif import as_sarif

    return as_sarif(problems, display)


def _junit(problems: Sequence[Problem], display: Display) -> str:
    from statusnote.diagnostics.junit import as_junit

    return as_junit(problems, display)


LINES = "json-lines"  # of which each check is one, where a file is watched

REPORTERS: dict[str, Reporter] = {
    "text": as_text,
    "github": as_github,
    "azure": as_azure,
    "json": as_json,
    LINES: as_json_line,
    "gitlab": _gitlab,
    "sarif": _sarif,
    "junit": _junit,
}
# What is a file, for a program to read, is in UTF-8 everywhere; the rest goes to a terminal or log.
FILES = ("json", LINES, "gitlab", "sarif", "junit")

# The variable by which each service says that it runs us, its value, and what its log takes in.
# The formats of files are in no log, so that none of them is chosen by itself. Source: GitHub Docs,
# »Default environment variables«; Microsoft Learn, »Use predefined variables«.
SERVICES = {("GITHUB_ACTIONS", "true"): "github", ("TF_BUILD", "True"): "azure"}


def by_itself(environment: Mapping[str, str]) -> str:
    """The name of the format that an *environment* takes in, where none is asked for."""
    for (name, value), format_ in SERVICES.items():
        if environment.get(name) == value:
            return format_
    return "text"
