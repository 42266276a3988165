"""Plans of a few fields, and what the rules across fields find in them."""

from statusnote.plan import rules
from statusnote.reading.nodes import Fragment, Node
from statusnote.reading.parser import parse
from statusnote.reading.source import Source

Found = list[tuple[str, str | None, dict[str, object], str | None]]

FINE = {
    "title": "Status for en lille plan",
    "as_of": "2025-04-10",
    "period": "2023-2026",
    "introduction": "['Planen har {antal} initiativer.']",
    "ministries": "{JM: Justitsministeriet, SBM: Social- og Boligministeriet}",
}


def found(*initiatives: str, **head: str) -> Found:
    """What is found in a plan of one section, which states nothing wrong but what is given."""
    return found_in(plan(section(*initiatives), **head))


def found_in(text: str) -> Found:
    """The findings: code, what is meant, details, and the other that is meant.

    What is meant is a text, and, in an initiative, the number of its line before it.
    """
    source = Source(text, "plan.yaml")
    rows = [line for line, row in enumerate(text.split("\n"), start=1) if row.startswith("  - {")]

    def meant(value: Node | Fragment | None) -> str | None:
        if value is None:
            return None
        place = source.of(value)
        written = place.written[place.column - 1 : place.end_column - 1]
        return f"{rows.index(place.line) + 1}: {written}" if place.line in rows else written

    return [
        (finding.code, meant(finding.where), dict(finding.details), meant(finding.other))
        for finding in rules.check(parse(source)[0])
        if finding.code[1] == "4"
    ]


def plan(*sections: str, **head: str) -> str:
    """A plan of these sections, and of the usual head but for what is given."""
    lines = [f"{key}: {value}\n" for key, value in (FINE | head).items()]
    return "".join([*lines, "sections:\n", *sections])


def section(*initiatives: str) -> str:
    """A section of these initiatives, a row each."""
    rows = "".join(
        f"  - {{{_whole(initiative, row)}}}\n" for row, initiative in enumerate(initiatives, 1)
    )
    return f"- title: En del\n  initiatives:\n{rows}"


def _whole(initiative: str, row: int) -> str:
    """*initiative* with what it lacks."""
    usual = {
        "number": row,
        "title": f"Titel {row}",
        "ministries": "[JM, SBM]",
        "status": "igangværende",
    }
    missing = [f"{key}: {value}" for key, value in usual.items() if f"{key}:" not in initiative]
    return ", ".join(filter(None, (initiative, *missing)))


def account(*blocks: str) -> str:
    """An account of these blocks."""
    return f"account: [{', '.join(blocks)}]"


def milestones(*milestones: str) -> str:
    """The milestones of an initiative."""
    return f"milestones: [{', '.join(milestones)}]"
