"""What a party is asked, row by row, and what can be chosen."""

from datetime import date

import pytest
from support.project import SMALL_PLAN
from support.round_plan import ROUND_PLAN, request, round_plan, texts

from statusnote.answers import accounts, questions
from statusnote.answers.questions import OVERDUE, Row

ACCOUNT = """\
Se [stiplanen](https://www.example.dk/plan).

• skilte
• bump

[Tilskud 1: se arket »Tilskud«]

1. Først dette.
2. Så hint.

[Tilskud 2: se arket »Tilskud«]"""
MOVED = "inden sommerferien 2026 (flyttet fra 2025)"
ODD = "-Et afsnit, der begynder med et minus, og slutter med _x0041_."


def told(party: str) -> dict[str, list[list[str]]]:
    """The texts of the rows of each sheet, without the empty sheets."""
    rows = questions.asked(round_plan(), party)
    return {
        sheet.name: [texts(sheet, row) for row in rows[sheet.name]]
        for sheet in questions.SHEETS
        if rows[sheet.name]
    }


def test_who_is_named_first_is_asked() -> None:
    first = ["1", "Flere stier"]
    assert told("VEJ") == {
        "Status": [
            ["1", *first, "VEJ/A/B/LÆS", "igangværende", "igangværende", ACCOUNT, ACCOUNT],
            ["3a", "3a", "Et tredje", "VEJ", "gennemført", "gennemført", "", ""],
        ],
        "Dele": [
            ["1#0", *first, "1.1 Kryds", "gennemført", "gennemført"],
            ["1#1", *first, "Lys", "afsluttes i 2026", "afsluttes i 2026"],
        ],
        "Milepæle": [
            ["1#0", *first, "Stierne er åbne", MOVED, OVERDUE, "", "", ""],
            ["1#1", *first, "Kortet er trykt", "juni 2026", "", "3. juni 2026", "", ""],
            ["1#2", *first, "Evalueringen foreligger", "ultimo 2026", "", "", "", ""],
            ["1#3", *first, "Møder holdes", "løbende", "", "", "", ""],
        ],
        "Tilskud": [
            ["1#0", *first, "Odense Kommune", "3.628.580", ""],
            ["1#1", *first, "Aarhus Kommune", "4,5 mio.", ""],
            ["1#2", *first, "Vejle Kommune", "500 t.kr.", ""],
        ],
        "Indikatorer": [
            ["1#0", *first, "Andel, der cykler", "pct.", "42", "60", "47,5", "maj 2026", "", ""],
            ["1#1", *first, "Kilometer sti", "", "", "", "", "", "", ""],
        ],
    }


def test_the_others_may_read() -> None:
    to_read = {"Til læsning": [["1", "1", "Flere stier", "VEJ/A/B/LÆS", "igangværende", ACCOUNT]]}
    phrase = "ikke gennemført i 2025"
    assert told("LÆS") == to_read
    assert told("A/B") == {
        "Status": [["2", "2", "=1+1", "A/B", phrase, phrase, ODD, ODD]],
        **to_read,
    }


def test_who_is_asked_and_who_may_only_read() -> None:
    plan = round_plan()
    assert questions.parties(plan) == ["VEJ", "A/B", "LÆS"]
    assert questions.answering(plan) == ["VEJ", "A/B"]


def test_a_code_without_initiatives_is_not_asked() -> None:
    plan = round_plan(SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM"))
    assert questions.parties(plan) == ["SBM"]


def test_a_sheet_is_there_where_something_is_asked_or_can_be_said() -> None:
    assert [sheet.name for sheet in request("VEJ").sheets] == [
        *("Status", "Dele", "Milepæle", "Tilskud", "Indikatorer")
    ]
    assert [sheet.name for sheet in request("A/B").sheets] == [
        *("Status", "Milepæle", "Tilskud", "Til læsning")
    ]
    assert [sheet.name for sheet in request("LÆS").sheets] == ["Til læsning"]


def test_statuses_are_chosen_with_the_years_that_they_may_need() -> None:
    plan = round_plan()
    assert questions.choices(plan.known_statuses, questions.years(plan)) == [
        *("gennemført", "delvist gennemført", "igangværende", "forløber planmæssigt"),
        *("afsluttes i 2025", "afsluttes i 2026", "afsluttes i 2027", "afsluttes i 2028"),
        *("ikke gennemført i 2025", "ikke gennemført i 2026"),
        *("ikke gennemført i 2027", "ikke gennemført i 2028"),
    ]
    later = plan.model_copy(update={"as_of": date(2030, 1, 1)})
    assert questions.years(later) == range(2029, 2033)


def test_a_status_of_the_plan_that_takes_a_date_is_written_out() -> None:
    own = """statuses:
  Afsluttet: done
  Ventes afsluttet:
    means: under way
    takes_date: true
"""
    text = SMALL_PLAN.replace("sections:", f"{own}sections:").replace("gennemført", "Afsluttet")
    plan = round_plan(text)
    assert questions.choices(plan.known_statuses, range(2025, 2027)) == [
        "Afsluttet",
        "Ventes afsluttet",
    ]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a" * accounts.LONGEST, True),
        ("a" * (accounts.LONGEST + 1), False),
        ("🚲" * (accounts.LONGEST // 2), True),
        ("🚲" * (accounts.LONGEST // 2 + 1), False),
        ("\n" * accounts.MOST_BREAKS, True),
        ("\n" * (accounts.MOST_BREAKS + 1), False),
    ],
    ids=lambda value: str(value)[:3],
)
def test_what_no_cell_holds_is_not_asked(text: str, held: bool) -> None:
    assert accounts.in_cell(text) == (text if held else accounts.TOO_LONG)


def test_an_account_that_no_cell_holds_is_said_to_be_too_long() -> None:
    paragraph = "          - Et afsnit.\n"
    text = ROUND_PLAN.replace("          - list: [skilte, bump]\n", paragraph * 130)
    row, _ = questions.asked(round_plan(text), "VEJ")["Status"]
    assert (row.texts["account"], row.texts["account_before"]) == (accounts.TOO_LONG,) * 2


@pytest.mark.parametrize("sheet", questions.SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_knows_its_columns_by_key_and_heading(sheet: questions.Sheet) -> None:
    assert len({column.heading for column in sheet.columns}) == len(sheet.columns)
    assert [sheet.column(column.key) for column in sheet.columns] == [*sheet.columns]


def test_a_row_is_known_by_its_initiative_and_its_place() -> None:
    assert [Row(9, None, {}).id, Row("1.1", 0, {}).id] == ["9", "1.1#0"]
