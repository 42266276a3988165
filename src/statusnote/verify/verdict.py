"""What was found of a note as PDF, and how that is told."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages import verification
from statusnote.diagnostics.messages.verification import Outcome
from statusnote.diagnostics.problem import LONGEST_QUOTE
from statusnote.diagnostics.reporters import visible, wrapped
from statusnote.render.record import DRAFT_STATE, NOTE_JSON_NAME, Record

UNLIKE_NAME = re.compile(r"[^\w .,()+-]| {2,}")


@dataclass(frozen=True)
class CheckResult:
    """What came out of one check, and what is put into its words."""

    outcome: Outcome
    details: Mapping[str, object] = field(default_factory=dict)

    def worded(self, language: Language = Language.DANISH) -> str:
        """What came out, in *language*, behind its sign."""
        details = {"file": NOTE_JSON_NAME} | dict(self.details)
        words = self.outcome.wording.said_in(language).format(**details)
        return f"{self.outcome.sign} {words}"


@dataclass(frozen=True)
class Verdict:
    """What a note says of itself, and what was found of that."""

    record: Record
    results: tuple[CheckResult, ...]

    @property
    def sign(self) -> str:
        """The worst of the signs before what was found: `✓`, `~` or `✗`."""
        return max((result.outcome.sign for result in self.results), key=verification.SIGNS.index)


def names_in(names: Iterable[str]) -> str:
    """*names* out of a file, cut, with all written out that could make them look like an answer."""
    return ", ".join(UNLIKE_NAME.sub(_written_out, name[:LONGEST_QUOTE]) for name in names)


def _written_out(signs: re.Match[str]) -> str:
    return "".join(f"\\u{ord(sign):04x}" for sign in signs[0])


def worded(verdict: Verdict, language: Language, width: int) -> str:
    """The verdict in *language*, on *width* columns, one thing a line; hashes are SHA-256."""
    record = verdict.record
    state = verification.A_DRAFT if record.state == DRAFT_STATE else verification.FINAL
    labelled = {
        verification.VERSION: f"statusnote {record.version}",
        verification.TEMPLATES: record.templates,
        verification.DATA: record.data,
        verification.OLDER_DATA: record.before,
        verification.HISTORY: record.history,
    }
    lines = [
        state.said_in(language),
        *(f"{label.said_in(language)}: {value}" for label, value in labelled.items() if value),
        *(result.worded(language) for result in verdict.results),
    ]
    return "".join(f"{wrapped(visible(line), width)}\n" for line in lines)
