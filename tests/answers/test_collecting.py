"""What workbooks that came back make of the data: exactly what they say, whichever comes first."""

import io
import os
import random
import signal
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from support.project import EXAMPLES, REAL, SMALL_PLAN
from support.round_plan import ROUND_PLAN

from statusnote import files
from statusnote.answers import asking, collecting, questions, sheets
from statusnote.answers.collected import Collected
from statusnote.answers.collecting import Workbook, collected
from statusnote.answers.questions import GRANTS, INDICATORS, MILESTONES, PARTS, STATUS, Sheet
from statusnote.changes.compare import compare
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading

NAME = "plan.yaml"
FIRST = 4  # the row below the headings
Cells = Mapping[
    tuple[Sheet, int, str], str | float | None
]  # by the sheet, the row from 0, and the column's key
EVERYTHING = ROUND_PLAN.encode()
VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))


@cache
def sent(data: bytes) -> dict[str, bytes]:
    """The workbooks that all parties are sent, by their names."""
    made = asking.files_for(loading.read_bytes(data, NAME).plan, data, (), None)
    return {name: content for name, content in made.items() if name.endswith(".xlsx")}


def filled_in(data: bytes, name: str, cells: Cells) -> bytes:
    """The workbook of this *name* with something written into it."""
    book = load_workbook(io.BytesIO(sent(data)[name]))
    for (sheet, row, key), value in cells.items():
        place = 2 + [column.key for column in sheet.columns].index(key)  # behind the hidden one
        book[sheet.name].cell(FIRST + row, place).value = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def answer(data: bytes, name: str, cells: Cells) -> Workbook:
    """The same of VEJ, or of whom the *name* says, as it is opened when it comes back."""
    sent_as = name if name in sent(data) else "VEJ.xlsx"
    return Workbook(sheets.opened(filled_in(data, sent_as, cells), name), data)


def changed_lines(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The lines that only the one has, and those that only the other one has."""
    old, new = before.decode().splitlines(), after.decode().splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize("path", [REAL, *VALID], ids=lambda path: path.stem)
def test_what_comes_back_as_it_was_sent_changes_nothing(path: Path) -> None:
    data = path.read_bytes()
    workbooks = [Workbook(sheets.opened(each, name), data) for name, each in sent(data).items()]
    found = collected(data, NAME, workbooks)
    assert (found.content, found.conflicts, found.already, found.warnings) == (data, (), 0, ())
    assert not found.changes
    assert found.waited_for == ()


ALL_EDITS: Cells = {
    (STATUS, 0, "status"): "Gennemført.",
    (STATUS, 1, "account"): "Stien er åben.\r\n•\tskilte\n•\tbump",
    (PARTS, 1, "status"): "gennemført",
    (MILESTONES, 0, "moved_to"): "forår 2027",
    (MILESTONES, 2, "met"): "28/8-2026",
    (GRANTS, 0, "amount"): 3628581,
    (GRANTS, 1, "amount"): "udgår",
    (GRANTS, 3, "number"): 1,
    (GRANTS, 3, "recipient"): "Ribe: By",
    (GRANTS, 3, "amount"): "1,5 mio.",
    (INDICATORS, 0, "latest"): 48.5,
    (INDICATORS, 0, "measured"): "september 2026",
}


def test_all_that_can_be_answered_is_written_where_it_belongs_and_nothing_else() -> None:
    found = collected(EVERYTHING, NAME, [answer(EVERYTHING, "VEJ.xlsx", ALL_EDITS)])
    gone, new = changed_lines(EVERYTHING, found.content)
    assert [line.strip() for line in gone] == [
        "status: igangværende",
        "- Odense Kommune: 3628580",
        "- Aarhus Kommune: 4,5 mio.",
        "- Lys: afsluttes i 2026",
        "due: inden sommerferien 2026",
        'moved_from: ["2025"]',
        "- Evalueringen foreligger: ultimo 2026",
        "latest: 47,5",
        "measured: maj 2026",
    ]
    assert [line.strip() for line in new] == [
        "- Odense Kommune: 3.628.581",
        "- 'Ribe: By': 1,5 mio.",
        "- Lys: gennemført",
        "due: forår 2027",
        'moved_from: ["2025", inden sommerferien 2026]',
        "- what: Evalueringen foreligger",
        "due: ultimo 2026",
        "met: 28/8-2026",
        "latest: 48,5",
        "measured: september 2026",
        "- Stien er åben.",
        "- list:",
        "- skilte",
        "- bump",
    ]
    assert (found.conflicts, found.already, found.warnings) == ((), 0, ())
    assert [each.party.code for each in found.returned] == ["VEJ"]
    assert [party.code for party in found.waited_for] == ["A/B"]


# What can be written into a column, and is never what stood there.
ANSWERS = {
    "status": ["afsluttes i 2027", "ikke gennemført i 2024"],
    "account": ["Et nyt afsnit.", "Nyt.\n\nOg mere.\n• et\n• to", "Det er 1.\n2. og 3."],
    "met": ["2. september 2026", "udgår"],
    "moved_to": ["2028", "Q3 2027"],
    "amount": ["udgår", "7.000.000", "7,25 mio."],
    "latest": ["70", "-2,5"],
}


@st.composite
def answers(draw: st.DrawFn) -> list[Workbook]:
    """What the parties of a plan answer, in any order."""
    rows = {
        name: questions.asked(loading.read_bytes(EVERYTHING, NAME).plan, party)
        for name, party in (("VEJ.xlsx", "VEJ"), ("A-B.xlsx", "A/B"))
    }
    made = []
    for name, asked in rows.items():
        cells: dict[tuple[Sheet, int, str], str | float | None] = {}
        for sheet in questions.ANSWERED:
            for place, row in enumerate(asked[sheet.name]):
                keys = [column.key for column in sheet.columns if column.key in ANSWERS]
                for key in keys if sheet is STATUS else keys[: draw(st.integers(0, len(keys)))]:
                    markers = "[" in row.texts.get(key, "")  # which have to stay
                    if not markers and draw(st.booleans()):
                        cells[sheet, place, key] = draw(st.sampled_from(ANSWERS[key]))
                if "moved_to" in keys and cells.get((sheet, place, "met")) == "udgår":
                    cells.pop((sheet, place, "moved_to"), None)
                if (sheet, place, "latest") in cells:
                    cells[sheet, place, "measured"] = "oktober 2026"
        made.append(answer(EVERYTHING, name, cells))
    return draw(st.permutations(made))


def shown(found: Collected) -> tuple[object, ...]:
    return found.content, found.conflicts, found.already


@given(answers())
@settings(max_examples=6)
def test_what_was_collected_is_in_the_data_whichever_came_first(answers: list[Workbook]) -> None:
    found = collected(EVERYTHING, NAME, answers)
    assert (found.conflicts, found.already) == ((), 0)
    assert shown(collected(EVERYTHING, NAME, answers[::-1])) == shown(found)
    one_by_one = EVERYTHING
    for each in answers:
        one_by_one = collected(one_by_one, NAME, [each]).content
    assert one_by_one == found.content
    again = collected(found.content, NAME, answers)
    assert (again.content, again.conflicts) == (found.content, ())
    assert bool(again.already) == bool(found.changes)


def test_what_both_changed_differently_is_a_conflict_and_the_rest_is_offered() -> None:
    now = EVERYTHING.replace(b"status: igangv\xc3\xa6rende", b"status: afsluttes i 2026", 1)
    found = collected(now, NAME, [answer(EVERYTHING, "VEJ.xlsx", ALL_EDITS)])
    (conflict,) = found.conflicts
    assert (conflict.number, conflict.base, conflict.now) == (1, "igangværende", "afsluttes i 2026")
    assert [(each.text, each.cell.place) for each in conflict.answers] == [
        ("gennemført", "VEJ.xlsx, Status!F4")
    ]
    assert b"status: afsluttes i 2026" in found.content
    assert b"met: 28/8-2026" in found.content


def test_one_party_that_answers_twice_is_taken_once_and_contradicts_itself_where_it_does() -> None:
    first = answer(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "status"): "gennemført"})
    second = answer(
        EVERYTHING,
        "VEJ.xlsx",
        {(STATUS, 0, "status"): "gennemført", (PARTS, 1, "status"): "gennemført"},
    )
    third = answer(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "status"): "afsluttes i 2027"})
    found = collected(EVERYTHING, NAME, [first, second])
    assert found.conflicts == ()
    assert [each.files for each in found.returned] == [("VEJ.xlsx", "VEJ.xlsx")]
    assert len(collected(EVERYTHING, NAME, [first, third]).conflicts) == 1


def test_an_answer_to_an_older_round_is_put_in_first_and_said_to_be_one() -> None:
    now = EVERYTHING.replace(b"as_of: 2026-09-01", b"as_of: 2026-10-01")
    old = answer(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "status"): "gennemført"})
    new = answer(now, "A-B.xlsx", {(STATUS, 0, "status"): "afsluttes i 2027"})
    found = collected(now, NAME, [new, old])
    asked = {each.party.code: str(each.asked) for each in found.returned}
    assert asked == {"VEJ": "2026-09-01", "A/B": "None"}
    assert len(found.changes.initiatives.changed) == 2


def test_answers_to_two_states_that_contradict_each_other_are_all_shown_and_none_is_written() -> (
    None
):
    older = EVERYTHING.replace(b"Notatet viser", b"Her ses")
    first: Cells = {
        (STATUS, 0, "status"): "gennemført",
        (STATUS, 1, "account"): "Ny tekst.",
        (MILESTONES, 0, "moved_to"): "2027",
        (MILESTONES, 0, "met"): "2. juni 2026",
        (MILESTONES, 2, "met"): "udgår",
        (GRANTS, 3, "number"): 1,
        (GRANTS, 3, "recipient"): "Ribe",
        (GRANTS, 3, "amount"): "1.000",
    }
    second: Cells = {
        (STATUS, 0, "status"): "afsluttes i 2027",
        (STATUS, 1, "account"): "En anden tekst.",
        (MILESTONES, 0, "moved_to"): "2028",
        (MILESTONES, 2, "met"): "3. juni 2026",
        (GRANTS, 3, "number"): 1,
        (GRANTS, 3, "recipient"): "Ribe",
        (GRANTS, 3, "amount"): "2.000",
        (GRANTS, 0, "amount"): "9.000",
    }
    books = [answer(older, "gammel.xlsx", first), answer(EVERYTHING, "ny.xlsx", second)]
    found = collected(EVERYTHING, NAME, books)
    promised = "Evalueringen foreligger"
    told = [(each.of.value, each.name, each.key, each.now) for each in found.conflicts]
    assert sorted(told) == [
        ("account", "", "account", ""),
        ("grants", "Ribe", "new", ""),
        (
            "milestones",
            promised,
            "dropped",
            f"{promised}: ultimo 2026",
        ),
        ("milestones", "Stierne er åbne", "due", "inden sommerferien 2026"),
        ("status", "", "status", "igangværende"),
    ]
    files = {each.cell.file for conflict in found.conflicts for each in conflict.answers}
    assert files == {"gammel.xlsx", "ny.xlsx"}
    gone, new = changed_lines(EVERYTHING, found.content)
    assert [line.strip() for line in gone] == ["- Odense Kommune: 3628580"]
    assert [line.strip() for line in new] == ["- Odense Kommune: 9.000", "met: 2. juni 2026"]
    assert shown(collected(EVERYTHING, NAME, books[::-1])) == shown(found)


@pytest.mark.parametrize("older", [EVERYTHING, EVERYTHING.replace(b"Notatet viser", b"Her ses")])
def test_an_amount_that_is_written_in_two_ways_is_no_conflict(older: bytes) -> None:
    """What is written is the exact one, whichever came first."""
    ribe: Cells = {(GRANTS, 3, "number"): 1, (GRANTS, 3, "recipient"): "Ribe"}
    rough = {**ribe, (GRANTS, 0, "amount"): "1,9 mio", (GRANTS, 3, "amount"): "kr. 2.000.000"}
    exact = {**ribe, (GRANTS, 0, "amount"): "1.900.000 DKK", (GRANTS, 3, "amount"): "2 mio"}
    for first, second in ((rough, exact), (exact, rough)):
        books = [answer(older, "a.xlsx", first), answer(EVERYTHING, "b.xlsx", second)]
        found = collected(EVERYTHING, NAME, books)
        assert (found.conflicts, found.warnings) == ((), ())
        _, new = changed_lines(EVERYTHING, found.content)
        assert new[0].strip() == "- Odense Kommune: 1.900.000"
        again = collected(found.content, NAME, books)
        assert (again.content, again.conflicts) == (found.content, ())


def test_an_amount_that_is_there_is_not_answered_by_one_that_leaves_kroner_out() -> None:
    exact = EVERYTHING.replace(b"3628580", b"4600000")
    cells: Cells = {(GRANTS, 0, "amount"): "4,6 mio.", (GRANTS, 1, "amount"): "4.500.000"}
    found = collected(exact, NAME, [answer(exact, "VEJ.xlsx", cells)])
    gone, new = changed_lines(exact, found.content)
    assert [line.strip() for line in gone] == ["- Aarhus Kommune: 4,5 mio."]
    assert [line.strip() for line in new] == ["- Aarhus Kommune: 4.500.000"]


def test_amounts_that_only_look_alike_are_a_conflict() -> None:
    books = [
        answer(EVERYTHING, f"{name}.xlsx", {(GRANTS, 0, "amount"): amount})
        for name, amount in (("a", "1,9 mio."), ("b", "1.900.001"), ("c", "1.900.000"))
    ]
    (conflict,) = collected(EVERYTHING, NAME, books).conflicts
    assert [each.text for each in conflict.answers] == ["1,9 mio.", "1.900.001", "1.900.000"]


def test_a_figure_that_is_written_in_two_ways_is_no_conflict() -> None:
    books = [
        answer(EVERYTHING, "a.xlsx", {(INDICATORS, 0, key): text for key, text in said.items()})
        for said in (
            {"latest": "48,50 pct.", "measured": "juli 2026"},
            {"latest": "48,5", "measured": "2026-07"},
        )
    ]
    found = collected(EVERYTHING, NAME, books)
    assert (found.conflicts, b"latest: 48,5" in found.content) == ((), True)


def test_all_that_say_an_amount_are_shown_where_the_data_say_another() -> None:
    books = [
        answer(EVERYTHING, f"{name}.xlsx", {(GRANTS, 0, "amount"): amount})
        for name, amount in (("a", "1,9 mio."), ("b", "1.900.000"))
    ]
    (conflict,) = collected(EVERYTHING.replace(b"3628580", b"3000000"), NAME, books).conflicts
    assert [each.text for each in conflict.answers] == ["1,9 mio.", "1.900.000"]


def test_answers_to_two_states_that_agree_are_written_once() -> None:
    older = EVERYTHING.replace(b"Notatet viser", b"Her ses")
    cells: Cells = {(STATUS, 0, "status"): "gennemført", (MILESTONES, 2, "met"): "udgår"}
    one = collected(EVERYTHING, NAME, [answer(EVERYTHING, "ny.xlsx", cells)])
    both = [answer(older, "gammel.xlsx", cells), answer(EVERYTHING, "ny.xlsx", cells)]
    found = collected(EVERYTHING, NAME, both)
    assert (found.content, found.conflicts) == (one.content, ())


def test_a_conflict_is_over_once_one_of_the_answers_is_in_the_data() -> None:
    books = [
        answer(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "status"): "gennemført"}),
        answer(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "status"): "afsluttes i 2027"}),
    ]
    assert len(collected(EVERYTHING, NAME, books).conflicts) == 1
    decided = EVERYTHING.replace("status: igangværende".encode(), b"status: afsluttes i 2027", 1)
    found = collected(decided, NAME, books)
    assert (found.content, found.conflicts, found.already) == (decided, (), 2)


def test_what_only_one_of_two_workbooks_answers_is_named() -> None:
    cells: Cells = {(STATUS, 0, "status"): "gennemført", (PARTS, 1, "status"): "gennemført"}
    again: Cells = {(STATUS, 0, "status"): "gennemført"}
    books = [answer(EVERYTHING, "VEJ.xlsx", cells), answer(EVERYTHING, "VEJ2.xlsx", again)]
    (returned,) = collected(EVERYTHING, NAME, books).returned
    assert returned.in_some_only == ("VEJ.xlsx, Dele!F5",)


def problems_of(now: bytes, workbooks: list[Workbook]) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsFound) as found:
        collected(now, NAME, workbooks)
    return [(each.code, each.place.file) for each in found.value.problems]


def test_all_that_is_wrong_is_said_at_once_at_its_cell_in_the_words_of_the_data() -> None:
    wrong: Cells = {
        (STATUS, 0, "status"): "næsten færdig",
        (MILESTONES, 2, "met"): "i går",
        (GRANTS, 0, "amount"): "mange penge",
        (GRANTS, 3, "number"): 1,
        (GRANTS, 3, "recipient"): "Ribe",
        (GRANTS, 3, "amount"): "en del",
        (GRANTS, 4, "number"): 1,
        (INDICATORS, 0, "latest"): "omtrent 40",
        (INDICATORS, 0, "measured"): "sidste år",
    }
    assert problems_of(EVERYTHING, [answer(EVERYTHING, "VEJ.xlsx", wrong)]) == [
        ("E335", "VEJ.xlsx, Indikatorer!J4"),
        ("E305", "VEJ.xlsx, Indikatorer!K4"),
        ("E314", "VEJ.xlsx, Milepæle!H6"),
        ("E304", "VEJ.xlsx, Status!F4"),
        ("E306", "VEJ.xlsx, Tilskud!F4"),
        ("E306", "VEJ.xlsx, Tilskud!F7"),
        ("E934", "VEJ.xlsx, Tilskud!D8"),
        ("E934", "VEJ.xlsx, Tilskud!F8"),
    ]


def test_what_is_wrong_with_one_workbook_ends_it_before_another_is_written() -> None:
    right = answer(EVERYTHING, "A-B.xlsx", {(STATUS, 0, "status"): "gennemført"})
    emptied = answer(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "status"): None})
    assert problems_of(EVERYTHING, [right, emptied]) == [("E929", "VEJ.xlsx, Status!F4")]


def test_a_workbook_of_a_party_that_was_not_asked_is_refused_with_what_else_is_wrong() -> None:
    stranger = Workbook(
        sheets.opened(sent(EVERYTHING)["A-B.xlsx"], "A-B.xlsx"), SMALL_PLAN.encode()
    )
    emptied = answer(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "status"): None})
    assert problems_of(EVERYTHING, [stranger, emptied]) == [
        ("E922", "A-B.xlsx"),
        ("E929", "VEJ.xlsx, Status!F4"),
    ]


def test_what_nobody_said_is_not_let_through() -> None:
    changed = ROUND_PLAN.replace("title: Flere stier", "title: Færre stier")
    changes = compare(*(loading.read(text, NAME).plan for text in (ROUND_PLAN, changed)))
    with pytest.raises(AssertionError, match="something that they don't say"):
        collecting._assert_asked_for(changes, set())


def test_a_warning_about_an_answer_is_at_its_cell() -> None:
    doubled = {(STATUS, 1, "account"): "Det er  gjort nu , endelig."}
    found = collected(EVERYTHING, NAME, [answer(EVERYTHING, "VEJ.xlsx", doubled)])
    assert {each.place.file for each in found.warnings} == {"VEJ.xlsx, Status!G5"}
    assert "- Det er gjort nu , endelig." in found.content.decode()


def test_the_data_are_whole_whenever_the_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / NAME
    after = collected(EVERYTHING, NAME, [answer(EVERYTHING, "VEJ.xlsx", ALL_EDITS)]).content
    seen: set[bytes] = set()
    for killed in range(2_000):
        if killed >= 200 and len(seen) == 2:  # a busy machine may let a child write nothing
            break
        path.write_bytes(EVERYTHING)
        if not (child := os.fork()):
            while True:
                files.write_all({str(path): after})
                files.write_all({str(path): EVERYTHING})
        time.sleep(random.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen.add(path.read_bytes())
    assert seen <= {EVERYTHING, after}
    assert len(seen) == 2
