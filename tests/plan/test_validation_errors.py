"""What pydantic finds in the shape of a file: in our words, at its place, and once."""

import pytest
from pydantic import ValidationError

from statusnote.diagnostics.problem import Problem
from statusnote.plan import validation_errors
from statusnote.plan.model import Plan
from statusnote.reading import parser
from statusnote.reading.source import Source

INITIATIVE = """\
      - number: 1
        title: Et initiativ
        ministries: [SBM]
        status: gennemført
"""
PLAN = f"""\
title: Status for en lille plan
as_of: 2025-04-10
period: 2023-2026
introduction:
  - Notatet handler om {{antal}} initiativ.
ministries:
  SBM: Social- og Boligministeriet
sections:
  - title: Den eneste del
    initiatives:
{INITIATIVE}"""
STATUS = "        status: gennemført\n"


def found(text: str) -> list[tuple[str, int, str]]:
    """The code, the line and the marked characters of each problem with the shape of *text*."""
    return [
        (code, at.line, at.written[at.column - 1 : at.end_column - 1])
        for code, at in ((each.code, each.place) for each in problems(text))
    ]


def problems(text: str) -> list[Problem]:
    read = Source(text, "plan.yaml")
    values, _ = parser.parse(read)
    with pytest.raises(ValidationError) as error:
        Plan.model_validate(values)
    return validation_errors.problems(error.value, values, read)


def with_status(status: str) -> str:
    return PLAN.replace("gennemført", status)


def with_account(*lines: str) -> str:
    return f"{PLAN}        account:\n" + "".join(f"          {line}\n" for line in lines)


def with_milestone(*lines: str) -> str:
    return with_account(*lines).replace("account", "milestones")


SLIPS = {
    "misspelt key": (PLAN.replace("title: Et", "titel: Et"), ("E301", 12, "titel")),
    "key in capitals": (PLAN.replace("status", "Status"), ("E301", 14, "Status")),
    "misspelt key at the top": (PLAN.replace("period", "peroid"), ("E301", 3, "peroid")),
    "Danish key of a part": (PLAN.replace("title: Den", "titel: Den"), ("E301", 9, "titel")),
    "misspelt key of a milestone": (
        with_milestone("- what: x", "  duo: 2025"),
        ("E301", 17, "duo"),
    ),
    "missing key": (PLAN.replace(STATUS, ""), ("E302", 11, "number")),
    "missing key at the top": (PLAN.replace("period: 2023-2026\n", ""), ("E302", 1, "title")),
    "missing keys": (
        PLAN.replace(STATUS, "").replace("        title: Et initiativ\n", ""),
        ("E322", 11, "number"),
    ),
    "missing keys in two places": (
        "title: x\nsections:\n  - title: y\n",
        ("E322", 1, "title"),
        ("E302", 3, "title"),
    ),
    "far from any key": (
        PLAN.replace("status:", "fremdrift:"),
        ("E302", 11, "number"),
        ("E301", 14, "fremdrift"),
    ),
    "empty value": (with_status(""), ("E326", 14, " ")),
    "empty key of a milestone": (with_milestone("- what:", "  due: 2026"), ("E326", 16, "")),
    "milestone without a date": (with_milestone("- x:"), ("E307", 16, "")),
    "empty list behind a key": (f"{PLAN}        account:\n", ("E307", 15, "")),
    "empty list": (PLAN.replace("[SBM]", "[]"), ("E326", 13, "[]")),
    "empty key": (with_account('- "": x'), ("E307", 16, '""')),
    "text for a list": (
        PLAN.replace("\n  - Notatet", "\n  Notatet"),
        ("E317", 5, "Notatet handler om {antal} initiativ."),
    ),
    "keys for a list": (PLAN.replace("[SBM]", "{SBM: x}"), ("E317", 13, "{SBM: x}")),
    "part without a hyphen": (
        PLAN.replace("  - title: Den", "    title: Den"),
        ("E325", 9, "title"),
    ),
    "initiative without a hyphen": (PLAN.replace("- number", "  number"), ("E325", 11, "number")),
    "milestone without a hyphen": (
        with_milestone("what: x", "due: 2026", "met: 2025-01-01"),
        ("E325", 16, "what"),
    ),
    "milestone in braces": (
        with_milestone("{what: x, due: 2026}"),
        ("E317", 16, "{what: x, due: 2026}"),
    ),
    "short milestone without a hyphen": (with_milestone("x: 2026"), ("E317", 16, "x")),
    "list for keys": (
        PLAN.replace("\n  SBM:", "\n  - SBM:"),
        ("E341", 7, "-"),
    ),
    "text for keys": (
        PLAN.replace("\n  SBM: ", "\n  SBM "),
        ("E318", 7, "SBM Social- og Boligministeriet"),
    ),
    "text for an initiative": (f"{PLAN}      - Et til\n", ("E318", 15, "Et til")),
    "list for a text": (with_account("- [x]"), ("E303", 16, "[x]")),
    "two hyphens": (with_account("- - x"), ("E228", 16, "-")),
    "no space behind a hyphen": (
        PLAN.replace("  - Notatet", "  -Notatet"),
        ("E221", 5, "-"),
    ),
    "no space behind the only key": (f"{PLAN}      - number:2\n", ("E220", 15, "number:")),
    "no space behind a recipient": (
        with_account("- grants:", "    - En kommune:500"),
        ("E220", 17, "En kommune:"),
    ),
    "no space behind a milestone": (
        with_milestone("- Det er nået:2025"),
        ("E220", 16, "Det er nået:"),
    ),
    "colon of another word": (f"{PLAN}      - kl.:2\n", ("E318", 15, "kl.:2")),
    "no amount": (with_account("- grants:", "    - x"), ("E319", 17, "x")),
    "no date": (with_milestone("- x"), ("E320", 16, "x")),
    "milestone of both forms": (
        with_milestone("- x: 2025-06", "  met: 2025-05-01"),
        ("E324", 17, "met"),
    ),
    "short milestone that has moved": (
        with_milestone("- x: 2025-06", "  moved_from: [2024]"),
        ("E324", 17, "moved_from"),
    ),
    "milestone of two dates": (with_milestone("- x: 2025", "  y: 2026"), ("E320", 16, "x")),
    "amount": (with_account("- grants:", "    - x: 5 øre"), ("E306", 17, "5 øre")),
    "date": (with_milestone("- x: 31. decembers 2025"), ("E305", 16, "31. decembers 2025")),
    "paragraph with a colon": (with_account("- x: y"), ("E310", 16, "x")),
    "grants not indented": (
        with_account("- grants:", "- x: 500", "- y: 500", "- Et afsnit."),
        ("E316", 17, "x"),
    ),
    "grants without their key": (
        with_account("- Et afsnit.", "- x: 500", "- y: 500"),
        ("E316", 17, "x"),
    ),
    "link": (with_account("- Se [her](x.dk)", "  og mere."), ("E308", 16, "x.dk")),
    "link on the next line": (with_account("- Se", "  [her](x.dk)."), ("E308", 17, "x.dk")),
    "one of two links": (
        with_account("- Se [a](y.dk) og [b](x.dk)."),
        ("E308", 16, "y.dk"),
    ),
    "link in an escape": (
        with_account('- "Se [her](\\x78.dk)."'),
        ("E308", 16, '"Se [her](\\x78.dk)."'),
    ),
    "broken link": (
        with_account("- Se", "  her [y z] (https://x.dk), og", "  mere."),
        ("E315", 17, "[y z] (https://x.dk)"),
    ),
    "link that goes on without an end": (
        with_account("- Se [y](https://x.dk og mere."),
        ("E315", 16, "[y](https://x.dk"),
    ),
    "link with its brackets swapped": (
        with_account("- Se (y)[https://x.dk]."),
        ("E315", 16, "(y)[https://x.dk]"),
    ),
    "link of nested brackets": (
        with_account("- Se [y [z]] (https://x.dk)."),
        ("E315", 16, "] (https://x.dk)"),
    ),
    "title of a link": (with_account('- Se [y](https://x.dk "z æ").'), ("E315", 16, "z æ")),
    "link with spaces in a row": (
        with_account("- Se [y  z] (https://x.dk)."),
        ("E315", 16, "Se [y  z] (https://x.dk)."),
    ),
    "empty line": (with_account("- Det første", "  afsnit.", "", "  Det andet."), ("E309", 17, "")),
    "lines of a block": (with_account("- |", "  x y", "  z"), ("E309", 17, "")),
    "line break in quotes": (with_account('- "x y\\nz"'), ("E309", 16, "\\")),
    "line break between no-break spaces": (with_account('- "\xa0\\n\xa0"'), ("E309", 16, "\\")),
    "status": (with_status("færdig"), ("E304", 14, "færdig")),
    "day": (PLAN.replace("2025-04-10", "10. apr"), ("E314", 2, "10. apr")),
}


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_problem_where_it_stands(
    case: tuple[str, *tuple[tuple[str, int, str], ...]],
) -> None:
    text, *expected = case
    assert found(text) == expected


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        ("Gennemført", "gennemført"),
        ("gennemført.", "gennemført"),
        ("initiativet er gennemført", "gennemført"),
        ("delvis gennemført", "delvist gennemført"),
        ("gennemført i 2025", "gennemført"),
        ("afsluttes", "afsluttes i …"),
        ("afslutes i 2025", "afsluttes i 2025"),
        *(("Afsluttet", ""), ("afsluttet i 2025", ""), ("ikke afsluttet", "")),
        *(("gennemføres i 2026", ""), ("gennemført delvist", ""), ("ugennemført", "")),
        *(("forløber ikke planmæssigt", ""), ("ikke igangværende", "")),
        *(("forløber planmæsigt", "forløber planmæssigt"), ("igangværend", "igangværende")),
        ("afsluttes i 25", "afsluttes i …"),
        ("ikke gennemført", "ikke gennemført i …"),
        ("ikke gennemfort i 2024", "ikke gennemført i 2024"),
        ("færdig", ""),
    ],
)
def test_the_status_that_was_meant_is_guessed(written: str, guess: str) -> None:
    (problem,) = problems(with_status(written))
    assert (problem.details["value"], problem.details["guess"]) == (written, guess)


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (
            PLAN.replace("title: Den", "titel: Den"),
            {"key": "titel", "guess": "title", "known": "title, initiatives"},
        ),
        (PLAN.replace(STATUS, ""), {"key": "status"}),
        (
            PLAN.replace(STATUS, "").replace("        title: Et initiativ\n", ""),
            {"keys": "title, status"},
        ),
        (with_account("- grants:", "- x: 500"), {"key": "x"}),
        (with_milestone("- x:2025"), {"key": "x"}),
        (with_milestone("what: x", "due: 2026"), {"key": "what"}),
        (
            with_milestone("- x: 2025", "  moved_from: [2024]", "  met: 2025-01-01"),
            {"key": "moved_from"},
        ),
        (with_account("- Se [y] (https://x.dk)."), {"lost": "[y] (https://x.dk)"}),
        (with_account("- Se [a](x.dk) og [b](y.dk)."), {"url": "x.dk«, »y.dk"}),
    ],
)
def test_a_problem_names_what_is_meant(text: str, details: dict[str, str]) -> None:
    assert [each.details for each in problems(text)] == [details]


def test_no_more_problems_are_listed_than_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation_errors, "MOST_PROBLEMS", 2)
    assert found(f"{PLAN}      - a\n      - b\n      - c\n") == [
        ("E318", 15, "a"),
        ("E318", 16, "b"),
    ]
