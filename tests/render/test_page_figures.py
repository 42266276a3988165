"""What the page has beyond the note's text: choices, and pictures with their figures."""

from collections import Counter

import pytest
from support.project import SMALL_PLAN

from statusnote import note
from statusnote.plan import loading, starter
from statusnote.render.page_figures import MOST_SIGNS, Page, TimeLine

STARTER = starter.contents()["data/initiatives.yaml"].decode()
PRINTED = "print_milestones: true\n"


def page(text: str) -> Page:
    return Page(note.derive(loading.read(text, "plan.yaml").plan))


def with_milestones(*lines: str) -> str:
    """The small plan, dated 10 April 2025, whose one initiative has these milestones."""
    listed = "".join(f"          - {{what: Noget, {line}}}\n" for line in lines)
    assert "as_of: 2025-04-10" in SMALL_PLAN
    return f"{PRINTED}{SMALL_PLAN}        milestones:\n{listed}"


def time_line(*lines: str) -> TimeLine:
    (found,) = page(with_milestones(*lines)).time_lines
    return found


def test_a_plan_with_one_of_each_has_nothing_to_choose_by() -> None:
    assert page(SMALL_PLAN).choices == ()
    assert page(SMALL_PLAN).orders == ()
    assert page(SMALL_PLAN).moneys == ()
    assert page(SMALL_PLAN).time_lines == ()


def test_a_plan_without_initiatives_has_no_overview() -> None:
    empty = SMALL_PLAN[: SMALL_PLAN.index("    initiatives:")] + "    initiatives: []\n"
    assert page(empty).overviews == ()
    assert len(page(SMALL_PLAN).overviews) == 1


def test_what_becomes_of_milestones() -> None:
    line = time_line(
        "due: januar 2025, met: 2025-01-05",
        "due: 2025-04-09",
        "due: 2025-04-10",
        "due: 3. kvartal 2025, moved_from: [2024]",
        "due: 2025-05-01, met: 2025-05-01",
        "due: løbende",
    )
    assert line.day == "10.\N{NO-BREAK SPACE}april 2025"
    assert [fate.value for fate in line.fates] == ["indfriet", "overskredet", "flyttet", "lovet"]
    assert [(row.period, row.told) for row in line.rows] == [
        ("1. kvartal 2025", "1 indfriet"),
        ("2. kvartal 2025", "1 overskredet, 2 lovet"),
        ("3. kvartal 2025", "1 flyttet"),
        ("Løbende", "1 lovet"),
    ]
    signs = [[sign for _, sign in row.signs] for row in line.rows]
    assert signs == [["met"], ["overdue", "promised", "promised"], ["moved"], ["promised"]]
    assert [place for place, _ in line.rows[1].signs] == [0, 16, 32]
    assert line.rows[1].width == 48


def test_what_was_overdue_is_said_of_its_initiative() -> None:
    text = with_milestones("due: 2025-04-09", "due: 2025-04-10")
    derived = note.derive(loading.read(text, "plan.yaml").plan)
    assert Page(derived).overdue(derived.rows[0]) == ("Noget, 9.\N{NO-BREAK SPACE}april 2025",)
    hidden = note.derive(loading.read(text.removeprefix(PRINTED), "plan.yaml").plan)
    assert Page(hidden).overdue(hidden.rows[0]) == ()
    assert Page(hidden).time_lines == ()


def test_quarters_without_milestones_are_shown_and_years_where_they_are_many() -> None:
    quarters = time_line("due: 2025-05-01", "due: 2026-01-01")
    assert [row.told for row in quarters.rows] == ["1 lovet", "ingen", "ingen", "1 lovet"]
    years = time_line("due: 2025-05-01", "due: 2029-05-01")
    assert [row.period for row in years.rows] == ["2025", "2029"]
    assert [row.period for row in time_line("due: løbende").rows] == ["Løbende"]


@pytest.mark.parametrize(("count", "each"), [(20, 1), (21, 2), (100, 5)])
def test_a_sign_stands_for_more_where_there_are_many(count: int, each: int) -> None:
    line = time_line(*["due: 2025-05-01"] * count)
    assert line.each == each
    assert len(line.rows[0].signs) <= MOST_SIGNS
    assert line.rows[0].told == f"{count} lovet"


def test_the_choices_count_what_they_leave() -> None:
    derived = note.derive(loading.read(STARTER, "plan.yaml").plan)
    (party, status) = (each for each in Page(derived).choices if each.name != "tegn")
    parties = Counter(code for row in derived.rows for code in row.parties)
    assert {str(option.value): int(option.text.rsplit(": ", 1)[1]) for option in party.options} == (
        dict(parties)
    )
    assert len(status.options) == len({row.status for row in derived.rows})


def test_the_keys_of_a_row_are_escaped() -> None:
    code = '"><script>'
    text = SMALL_PLAN.replace("SBM", f"'{code}'")
    derived = note.derive(loading.read(text, "plan.yaml").plan)
    keys = Page(derived).keys(derived.rows[0])
    assert 'data-ansvar="&#34;&gt;&lt;script&gt;"' in keys
    assert "<" not in keys


MONEY = """\
title: T
as_of: 2025-04-10
period: 2023-2026
introduction: []
ministries: {A: Aministeriet}
sections:
  - title: Det ene
    initiatives:
      - {number: 1, title: Et, ministries: A, status: gennemført, budget: {2025: 4 mio.}}
  - title: Det andet
    initiatives:
      - number: 2
        title: To
        ministries: A
        status: gennemført
        account:
          - grants:
              - Odense: 1.000.000
  - title: Det tredje
    initiatives:
      - {number: 3, title: Tre, ministries: A, status: gennemført, account: []}
"""


def test_money_by_section() -> None:
    (money,) = page(MONEY).moneys
    assert money.columns == ("Bevilget", "Budget")
    assert [row.title for row in money.rows] == ["Det ene", "Det andet"]
    assert [[share for share, _ in row.bars] for row in money.rows] == [[0, 100], [25, 0]]
    without = MONEY.replace(", budget: {2025: 4 mio.}", "")
    assert page(without).moneys == ()
    assert [str(option.value) for option in page(without).orders] == ["bevilling"]
