"""What single answers make of a file, what is a conflict, and where what is wrong is told."""

from collections.abc import Mapping
from difflib import ndiff
from typing import Any

import pytest
from support.project import SMALL_PLAN

from statusnote.answers.cell_problems import at_cells
from statusnote.answers.edits import Answer, Cell, Edit, NewBlock, Of
from statusnote.answers.merging import Merged, merged
from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.plan import loading
from statusnote.plan.loading import Whole
from statusnote.plan.patching import patched

BELOW = """\
        account:
          # Om det første.
          - Første afsnit.
          - grants:
              - Odense Kommune: 1.000
              - 'Danner': '2.000' # usikkert
          - list:
              - et punkt
              - et andet
              - et tredje
          - Sidste afsnit.
        parts:
          - Kurser: igangværende
          - title: Håndbog
            status: igangværende
        indicators:
          - name: Deltagere
            latest: 40
            measured: 2024
          - name: Kurser
        milestones:
          - Rapporten foreligger: '2024' # usikkert
          - what: Loven træder i kraft
            due: 2024
            moved_from: [2023]
          - what: Et møde
            due: 2024
            moved_from: 2023
          - what: Et andet møde
            due: 2024
"""
PLAN = SMALL_PLAN + BELOW


def read(text: str) -> Whole:
    return loading.read_whole(text, "plan.yaml")


def cell(ref: str, party: str = "SBM") -> Cell:
    return Cell(f"{party}.xlsx", "Ark", ref)


def edit(of: Of, index: int | None = None, **values: str) -> Edit:
    return Edit(1, of, index, values, {key: cell(key) for key in values})


def dropped(of: Of, index: int) -> Edit:
    return Edit(1, of, index, {}, {"": cell("udgår")}, dropped=True)


def account(*parts: int | NewBlock) -> Edit:
    return Edit(1, Of.ACCOUNT, None, {}, {"": cell("F2")}, account=parts)


def paragraph(text: str) -> NewBlock:
    return NewBlock("", (text,))


def answer(*edits: Edit, party: str = "SBM") -> Answer:
    return Answer(f"{party}.xlsx", party, "", edits)


def merging(*edits: Edit, now: str = PLAN, base: str = PLAN) -> Merged:
    return merged(read(base).plan, read(now), [answer(*edits)])


def changed(*edits: Edit, now: str = PLAN) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new."""
    found = merging(*edits, now=now, base=now)
    assert found.conflicts == ()
    new = patched(now, found.operations).text
    read(new)
    lines = [*ndiff(now.splitlines(), new.splitlines())]
    gone, added = (
        [line[2:].strip() for line in lines if line[:2] == sign] for sign in ("- ", "+ ")
    )
    return gone, added


@pytest.mark.parametrize(
    ("edits", "gone", "new"),
    [
        (
            [edit(Of.STATUS, status="igangværende")],
            ["status: gennemført"],
            ["status: igangværende"],
        ),
        (
            [edit(Of.PART, 0, status="gennemført")],
            ["- Kurser: igangværende"],
            ["- Kurser: gennemført"],
        ),
        (
            [edit(Of.MILESTONE, 0, met="2025-03-01", due="2025")],
            ["- Rapporten foreligger: '2024' # usikkert"],
            [
                "- what: Rapporten foreligger",
                "due: 2025",
                "met: 2025-03-01",
                "moved_from: ['2024'] # usikkert",
            ],
        ),
        (
            [edit(Of.MILESTONE, 0, met="2025-03-01")],
            ["- Rapporten foreligger: '2024' # usikkert"],
            ["- what: Rapporten foreligger", "due: '2024'", "met: '2025-03-01' # usikkert"],
        ),
        (
            [edit(Of.MILESTONE, 1, due="2026")],
            ["due: 2024", "moved_from: [2023]"],
            ["due: 2026", "moved_from: [2023, 2024]"],
        ),
        (
            [edit(Of.MILESTONE, 2, due="2026")],
            ["due: 2024", "moved_from: 2023"],
            ["due: 2026", "moved_from: [2023, 2024]"],
        ),
        (
            [edit(Of.MILESTONE, 3, due="2026", met="1. marts 2025")],
            ["due: 2024"],
            ["due: 2026", "met: 1. marts 2025", "moved_from: [2024]"],
        ),
        ([edit(Of.MILESTONE, 3, met="2025-03-01")], [], ["met: 2025-03-01"]),
        (
            [
                edit(Of.GRANT, recipient="Ny", amount="1.000"),
                account(0, 1, 2, 3, paragraph("Nyt.")),
            ],
            [],
            ["- Ny: 1.000", "- Nyt."],
        ),
        ([dropped(Of.MILESTONE, 0)], ["- Rapporten foreligger: '2024' # usikkert"], []),
        (
            [
                edit(Of.MILESTONE, what="Nyt", due="2026"),
                edit(Of.MILESTONE, what="due", due="2027"),
            ],
            [],
            ["- Nyt: 2026", "- what: due", "due: 2027"],
        ),
        (
            [edit(Of.GRANT, 1, amount="3 mio."), edit(Of.GRANT, recipient="Ny", amount="1.000")],
            ["- 'Danner': '2.000' # usikkert"],
            ["- 'Danner': '3 mio.' # usikkert", "- Ny: 1.000"],
        ),
        (
            [edit(Of.GRANT, 0, recipient="Odense")],
            ["- Odense Kommune: 1.000"],
            ["- Odense: 1.000"],
        ),
        (
            [edit(Of.INDICATOR, 0, latest="50", measured="2025")],
            ["latest: 40", "measured: 2024"],
            ["latest: 50", "measured: 2025"],
        ),
        (
            [edit(Of.INDICATOR, 1, latest="50", measured="2025")],
            [],
            ["latest: 50", "measured: 2025"],
        ),
        (
            [account(0, 1, NewBlock("list", ("et punkt", "et nyt", "et tredje")), 3)],
            ["- et andet"],
            ["- et nyt"],
        ),
        (
            [account(0, 1, NewBlock("numbered_list", ("et punkt",)), 3, paragraph("Nyt."))],
            ["- list:", "- et andet", "- et tredje"],
            ["- numbered_list:", "- Nyt."],
        ),
        (
            [account(0, 2, 3)],
            ["- grants:", "- Odense Kommune: 1.000", "- 'Danner': '2.000' # usikkert"],
            [],
        ),
    ],
)
def test_an_edit_changes_its_lines(edits: list[Edit], gone: list[str], new: list[str]) -> None:
    assert changed(*edits) == (gone, new)


def test_what_the_file_has_no_list_for_yet_comes_with_its_key() -> None:
    edits = [
        edit(Of.GRANT, recipient="Ny", amount="1.000"),
        edit(Of.GRANT, recipient="Åben", amount="2.000"),
        account(paragraph("Et afsnit.")),
        edit(Of.MILESTONE, what="Nyt", due="2026"),
    ]
    found = merging(*edits, now=SMALL_PLAN, base=SMALL_PLAN)
    assert patched(SMALL_PLAN, found.operations).text == SMALL_PLAN + (
        "        account:\n          - Et afsnit.\n          - grants:\n"
        "              - Ny: 1.000\n              - Åben: 2.000\n"
        "        milestones:\n          - Nyt: 2026\n"
    )


def test_a_part_of_an_account_that_is_moved_goes_as_it_stands() -> None:
    found = merging(account(1, 2, 3, 0))
    new = patched(PLAN, found.operations).text
    before, after = read(PLAN).plan.all_sections[0], read(new).plan.all_sections[0]
    blocks = before.initiatives[0].account
    assert after.initiatives[0].account == (*blocks[1:], blocks[0])


NOW = PLAN.replace("- Kurser: igangværende", "- Kurser: gennemført").replace("'2024'", "'2026'")


@pytest.mark.parametrize(
    ("now", "edits", "told"),
    [
        (
            NOW,
            [edit(Of.PART, 0, status="afsluttes i 2025")],
            (Of.PART, "Kurser", "status", "igangværende", "gennemført", ["afsluttes i 2025"]),
        ),
        (
            NOW,
            [edit(Of.MILESTONE, 0, due="2025")],
            (Of.MILESTONE, "Rapporten foreligger", "due", "2024", "2026", ["2025"]),
        ),
        (
            NOW,
            [dropped(Of.MILESTONE, 0)],
            (
                Of.MILESTONE,
                "Rapporten foreligger",
                "dropped",
                "Rapporten foreligger: 2024",
                "Rapporten foreligger: 2026",
                ["udgår"],
            ),
        ),
        (
            PLAN,
            [dropped(Of.GRANT, 0), edit(Of.GRANT, 0, amount="3.000")],
            (
                Of.GRANT,
                "Odense Kommune",
                "dropped",
                "Odense Kommune: 1.000",
                "Odense Kommune: 1.000",
                ["3.000", "udgår"],
            ),
        ),
        (
            PLAN.replace("              - Odense Kommune: 1.000\n", ""),
            [edit(Of.GRANT, 0, amount="3.000")],
            (Of.GRANT, "Odense Kommune", "amount", "1.000", None, ["3.000"]),
        ),
        (
            PLAN.replace(
                "              - Odense", "              - Ny: 1.000\n              - Odense"
            ),
            [edit(Of.GRANT, recipient="Ny", amount="2.000")],
            (Of.GRANT, "Ny", "new", "", "Ny: 1.000", ["Ny: 2.000"]),
        ),
        (
            PLAN,
            [edit(Of.GRANT, 0, amount="3.000"), account(0, 2, 3)],
            (
                Of.ACCOUNT,
                "",
                "account",
                ...,
                ...,
                ["Første afsnit.\n\n• et punkt\n• et andet\n• et tredje\n\nSidste afsnit."],
            ),
        ),
        (
            PLAN.replace("1.000", "1.001"),
            [account(0, 2, 3)],
            (Of.ACCOUNT, "", "account", ..., ..., ...),
        ),
        (
            PLAN.replace("          - Første afsnit.\n", ""),
            [account(1, 2, 3, 0)],
            (Of.ACCOUNT, "", "account", ..., ..., ...),
        ),
        (
            PLAN.replace("Sidste afsnit.", "Det sidste afsnit."),
            [account(0, 1, 2, paragraph("Andet."))],
            (Of.ACCOUNT, "", "account", ..., ..., ...),
        ),
        (
            SMALL_PLAN.replace("number: 1", "number: 2").replace("Et init", "Et andet init"),
            [edit(Of.STATUS, status="igangværende")],
            (Of.STATUS, "", "status", "", None, ["igangværende"]),
        ),
    ],
)
def test_what_both_changed_is_a_conflict(
    now: str, edits: list[Edit], told: tuple[Any, ...]
) -> None:
    found = merging(*edits, now=now)
    (conflict,) = found.conflicts
    texts = [said.text for said in conflict.answers]
    sides = (conflict.of, conflict.name, conflict.key, conflict.base, conflict.now, texts)
    assert all(wanted in (..., side) for wanted, side in zip(told, sides, strict=True)), sides
    assert {wish.edit.of for change in found.changes for wish in change.wishes} <= {Of.GRANT}


def test_an_answer_to_another_plan_is_a_conflict() -> None:
    found = merging(Edit(7, Of.STATUS, None, {"status": "gennemført"}, {"status": cell("D7")}))
    (conflict,) = found.conflicts
    assert (conflict.number, conflict.title, conflict.now) == (7, "", None)
    assert [said.cell.place for said in conflict.answers] == ["SBM.xlsx, Ark!D7"]


def test_two_answers_that_differ_are_a_conflict_and_alike_they_are_one() -> None:
    base = read(PLAN)
    one, other = edit(Of.MILESTONE, 0, met="2025-03-01"), edit(Of.MILESTONE, 0, met="2025-03-02")
    alike = edit(Of.MILESTONE, 0, met="1. marts 2025")
    found = merged(base.plan, base, [answer(one), answer(other, party="JM")])
    assert (found.changes, len(found.conflicts)) == ((), 1)
    assert [(said.party, said.text) for said in found.conflicts[0].answers] == [
        ("JM", "2025-03-02"),
        ("SBM", "2025-03-01"),
    ]
    found = merged(base.plan, base, [answer(one), answer(alike, party="JM")])
    assert (len(found.changes), found.conflicts) == (1, ())


def test_what_is_there_already_is_left() -> None:
    gone = PLAN.replace("          - Rapporten foreligger: '2024' # usikkert\n", "")
    new = gone.replace("        milestones:\n", "        milestones:\n          - Nyt: 2026\n")
    found = merging(
        dropped(Of.MILESTONE, 0),
        edit(Of.MILESTONE, what="Nyt", due="2026"),
        edit(Of.STATUS, status="gennemført"),
        edit(Of.INDICATOR, 0, latest="40", measured="2024"),
        account(0, 1, 2, 3),
        now=new,
    )
    assert (found.changes, found.conflicts, len(found.already)) == ((), (), 5)


def problems_of(found: Merged, now: Whole) -> Mapping[str, str]:
    """The code of each problem with the new text, and where that is told."""
    new = patched(now.source.text, found.operations)
    try:
        problems = loading.read_whole(new.text, "plan.yaml").warnings
    except ProblemsFound as broken:
        problems = broken.problems
    placed = at_cells(problems, now.warnings, new, found.changes)
    return {each.code: f"{each.place.file}:{each.place.line}" for each in placed}


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (
            [edit(Of.STATUS, status="færdig")],
            {"E304": "SBM.xlsx, Ark!status:0", "W408": "plan.yaml:44"},
        ),
        ([edit(Of.MILESTONE, 0, met="i går", due="2025")], {"E314": "SBM.xlsx, Ark!met:0"}),
        ([edit(Of.MILESTONE, 0, met="2025-03-01", due="snart")], {"E305": "SBM.xlsx, Ark!due:0"}),
        ([edit(Of.GRANT, recipient="Ny", amount="mange")], {"E306": "SBM.xlsx, Ark!amount:0"}),
        ([account(0, 1, 2, paragraph("Et\u200bord."))], {"E107": "SBM.xlsx, Ark!F2:0"}),
        ([edit(Of.INDICATOR, 1, latest="50")], {"E337": "SBM.xlsx, Ark!latest:0"}),
    ],
)
def test_a_problem_is_told_at_its_cell(edits: list[Edit], told: dict[str, str]) -> None:
    assert problems_of(merging(*edits), read(PLAN)) == told


def test_a_problem_that_was_there_before_is_not_told_again() -> None:
    text = PLAN.replace("Første afsnit.", "Det  koster 5000 kr")
    now = read(text)
    found = merging(edit(Of.INDICATOR, 1, latest="50", measured="2025"), now=text, base=text)
    assert now.warnings
    assert problems_of(found, now) == {}


def test_a_problem_with_the_whole_file_stays_one() -> None:
    found = merging(edit(Of.STATUS, status="igangværende"))
    new = patched(PLAN, found.operations)
    whole = problem("E105", "plan.yaml")
    assert at_cells([whole], [], new, found.changes) == [whole]
