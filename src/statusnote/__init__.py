"""A status note on the initiatives of a Danish action plan, from one YAML file.

What a program can build on is in `__all__`, and docs/library.md says how.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

__all__ = [
    "Changes",
    "CheckResult",
    "Deadline",
    "Deadlines",
    "DueJson",
    "Initiative",
    "InitiativeChange",
    "Language",
    "Loaded",
    "Milestone",
    "Outcome",
    "Place",
    "Plan",
    "Problem",
    "ProblemJson",
    "ProblemsFound",
    "Section",
    "Severity",
    "State",
    "Status",
    "Summary",
    "SummaryJson",
    "UnknownValue",
    "Verdict",
    "as_dict",
    "compare",
    "due",
    "load",
    "render",
    "summarize",
    "validate",
    "verify",
]

if TYPE_CHECKING:
    from statusnote.library import (
        Changes,
        CheckResult,
        Deadline,
        Deadlines,
        DueJson,
        Initiative,
        InitiativeChange,
        Language,
        Loaded,
        Milestone,
        Outcome,
        Place,
        Plan,
        Problem,
        ProblemJson,
        ProblemsFound,
        Section,
        Severity,
        State,
        Status,
        Summary,
        SummaryJson,
        UnknownValue,
        Verdict,
        as_dict,
        compare,
        due,
        load,
        render,
        summarize,
        validate,
        verify,
    )
else:

    def __getattr__(name: str) -> object:
        """What a program asks for, which is loaded only now: the command line needs none of it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from statusnote import library

        return getattr(library, name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps the names of functions for these: `render` and `verify` are packages, too.

    Python makes what is loaded from a package an attribute of it. Which of the two a name is would
    then hang on what was loaded before.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
