"""What is broken in one initiative hides nothing in the others, and adds nothing to them."""

import pytest

from statusnote.diagnostics.problem import Problem, ProblemsFound, problem
from statusnote.plan import loading, recovery
from statusnote.reading.source import Source

TOP = """\
title: Status for en lille plan
as_of: 2025-04-10
period: 2023-2026
introduction:
  - Notatet handler om {antal} initiativer.
ministries:
  SBM: Social- og Boligministeriet
sections:
"""
FIRST = """\
      - number: 1
        title: Det første
        ministries: [SBM]
        status: gennemført
"""
SECOND = FIRST.replace("1", "2").replace("første", "andet")
THIRD = FIRST.replace("1", "3").replace("første", "tredje")


STATUSES = """\
statuses:
  Afsluttet: done
  Sat i bero: {means: stopped}
  Forsinket: late
sections:
"""


def declaring(*statuses: str) -> str:
    """A plan with statuses of its own, in which initiatives have these."""
    rows = "".join(
        FIRST.replace("1", str(n)).replace("gennemført", status).replace("første", f"{n}.")
        for n, status in enumerate(statuses, 1)
    )
    return plan(rows).replace("sections:\n", STATUSES)


def plan(*initiatives: str) -> str:
    return f"{TOP}  - title: Del 1\n    initiatives:\n{''.join(initiatives)}"


def found(text: str) -> list[tuple[str, int, str]]:
    """The code, the line and the marked characters of each problem in *text*."""
    try:
        loading.read(text, "plan.yaml")
    except ProblemsFound as error:
        return [(each.code, each.place.line, marked(each)) for each in error.problems]
    return []


def marked(problem: Problem) -> str:
    place = problem.place
    return place.written[place.column - 1 : place.end_column - 1]


def test_what_is_broken_in_several_initiatives_is_found_at_once() -> None:
    text = plan(
        FIRST.replace("title: Det", "title Det"),
        SECOND.replace("gennemført", "færdig"),
        THIRD.replace("[SBM]", "[SBM"),
        FIRST.replace("1", "4").replace("[SBM]", "[JM]"),
    )
    assert found(text) == [
        ("E222", 12, "title"),
        ("E304", 18, "færdig"),
        ("E216", 21, "["),
        ("E402", 25, "JM"),
    ]


BROKEN = {
    "first": (plan(FIRST.replace("title:", "title"), SECOND), ("E222", 12, "title")),
    "last": (plan(FIRST, SECOND.replace("title:", "title")), ("E222", 16, "title")),
    "only": (plan(FIRST.replace("title:", "title")), ("E222", 12, "title")),
    "every": (
        plan(*[each.replace("title:", "title") for each in (FIRST, SECOND)]),
        ("E222", 12, "title"),
        ("E222", 16, "title"),
    ),
    "key moved out by one": (
        plan(FIRST.replace("  status", " status"), SECOND),
        ("E224", 14, "status: gennemført"),
    ),
    "paragraph at the margin": (plan(FIRST, "hej\n", SECOND), ("E223", 15, "hej")),
    "item among the keys": (
        plan(FIRST.replace("  status", "  - status"), SECOND),
        ("E226", 14, "-"),
    ),
    "initiative too far left": (plan(FIRST, SECOND.replace("  - ", "- ")), ("E226", 15, "-")),
    "initiative at the margin": (
        plan(FIRST, SECOND.replace("      ", ""), THIRD),
        ("E226", 15, "-"),
    ),
    "only initiative of another part": (
        plan(FIRST)
        + "  - title: Del 2\n    initiatives:\n"
        + SECOND.replace("title:", "title")
        + "  - title: Del 3\n    initiatives:\n"
        + THIRD,
        ("E222", 18, "title"),
    ),
    "end of the file": (plan(FIRST, SECOND.rstrip() + ': "'), ("E225", 18, "gennemført:")),
    "without a line break": (plan(FIRST, SECOND).rstrip() + "\n        x", ("E223", 19, "x")),
    "title of a part": (plan(FIRST).replace("Del 1", "Del: 1"), ("E225", 9, "Del:")),
    "top": (
        plan(FIRST).replace("period:", "period").replace("[SBM]", "[JM]"),
        ("E222", 3, "period"),
        ("E402", 13, "JM"),
    ),
    "colon in the title": (
        plan(FIRST.replace("gennemført", "færdig")).replace("Status for", "Status: for"),
        ("E225", 1, "Status:"),
        ("E304", 14, "færdig"),
    ),
    "quote in the introduction": (
        plan(FIRST.replace("gennemført", "færdig")).replace("- Notatet", '- "Notatet'),
        ("E214", 5, '"'),
        ("E304", 14, "færdig"),
    ),
    "text below the title": (
        plan(FIRST.replace("gennemført", "færdig")).replace("as_of", "  og: mere\nas_of"),
        ("E225", 2, "og:"),
        ("E304", 15, "færdig"),
    ),
    "tab before a key": (
        plan(FIRST.replace("gennemført", "færdig")).replace("as_of", "\tas_of"),
        ("E211", 2, "\t"),
        ("E304", 14, "færdig"),
    ),
    "colon in a line below the title": (
        plan(FIRST.replace("gennemført", "færdig")).replace("as_of", "  og mere: her\nas_of"),
        ("E225", 2, "mere:"),
        ("E304", 15, "færdig"),
    ),
    "another title": (
        plan(FIRST).replace("Status for", "Status: for").replace("period", "title: Igen\nperiod"),
        ("E225", 1, "Status:"),
    ),
    "line among the keys": (
        plan(FIRST.replace("gennemført", "færdig")).replace("period", "hej\nperiod"),
        ("E223", 3, "hej"),
        ("E304", 15, "færdig"),
    ),
    "section": (plan(FIRST).replace("sections:", "sections"), ("E222", 8, "sections")),
    "statuses elsewhere": (
        declaring("Afsluttet", "Forsinket").replace("as_of:", "as_of"),
        ("E222", 2, "as_of"),
    ),
    "an unknown status elsewhere": (
        declaring("Afsluttet", "Forsinke").replace("as_of:", "as_of"),
        ("E222", 2, "as_of"),
        ("E332", 22, "Forsinke"),
    ),
    "a declared status": (
        declaring("Sat i bero", "Forsinket", "Afsluttet").replace("stopped}", "stopped"),
        ("E216", 10, "{"),
    ),
    "a declared status without a colon": (
        declaring("Sat i bero", "Forsinket").replace("bero: {means: stopped}", "bero stopped"),
        ("E223", 10, "Sat i bero stopped"),
    ),
    "the key of the statuses": (
        declaring("Sat i bero", "Forsinket").replace("statuses:", "statuses"),
        ("E222", 8, "statuses"),
    ),
    "a declared ministry that is counted": (
        plan(FIRST.replace("[SBM]", "[Det Ny]"))
        .replace("SBM: Social- og Boligministeriet", "Det Ny: {Ministerium")
        .replace("{antal}", "{antal Det Ny}"),
        ("E216", 7, "{"),
    ),
    "number without a space": (
        plan(FIRST.replace("gennemført", "færdig"), SECOND.replace("number: ", "number:"), THIRD),
        ("E304", 14, "færdig"),
        ("E220", 15, "number:"),
    ),
    "number without a hyphen": (
        plan(FIRST, SECOND.replace("- number", "number"), THIRD.replace("[SBM]", "[JM]")),
        ("E227", 15, "number"),
        ("E402", 21, "JM"),
    ),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_nothing_is_reported_that_only_follows(
    case: tuple[str, *tuple[tuple[str, int, str], ...]], end: str
) -> None:
    text, *expected = case
    assert found(text.replace("\n", end)) == expected


@pytest.mark.parametrize("code", ["E107", "E205", "E301"])
def test_what_concerns_the_whole_file_leaves_no_rest(code: str) -> None:
    source = Source(plan(FIRST), "plan.yaml")
    assert recovery.Rest(source).without([problem(code, "plan.yaml", 12, 9)]) is None


def test_a_file_without_problems_or_initiatives_leaves_no_rest() -> None:
    source = Source(plan(FIRST), "plan.yaml")
    assert recovery.Rest(source).without([]) is None
    assert recovery.Rest(source).without([problem("E222", "plan.yaml", 8, 1)]) is None


def test_a_rest_has_the_same_lines() -> None:
    source = Source(plan(FIRST, SECOND), "plan.yaml")
    rest = recovery.Rest(source).without([problem("E201", "plan.yaml", 12, 9)])
    blank = "".join(f"{' ' * len(line)}\n" for line in FIRST.splitlines())
    assert rest is not None
    assert (rest.source.text, rest.source.file) == (plan(blank, SECOND), "plan.yaml")
    assert rest.bereft == {10}
