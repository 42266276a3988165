"""What a party approves, as one hash: what changes it, and what doesn't."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.approving import FIRST, SECOND, THIRD, VALUES, edited, plan, text
from support.project import REAL

from statusnote.approvals.part import hash_of, numbers_of, part_of
from statusnote.plan import loading

PLAN = plan()
HASH = hash_of(PLAN, "SBM")
UNORDERED = (
    *("participants", "marks", "parts", "indicators", "milestones"),
    ("account", 1, "grants"),
)


def test_a_hash_stays_what_it_is() -> None:
    """Another one undoes every approval there is: it takes a new format of the part."""
    assert HASH == "7645d894db66e2b6e1c229e6743c8ae58f1d2a6cc4e3f3cee44c2c70a2a12809"


def test_a_part_holds_what_the_rows_show_and_nothing_of_others() -> None:
    lone = part_of(PLAN, "SUM")
    assert lone["initiatives"] == []
    assert part_of(PLAN, "JM") == {
        "format": 1,
        "party": "JM",
        "as_of": "2025-04-10",
        "print_numbers": False,
        "print_milestones": False,
        "terms": {},
        "names": {
            "KL": "KL",
            "DR": "DR",
            "JM": "Justitsministeriet",
            "SBM": "Social- og Boligministeriet",
        },
        "marks": {"†": "Ny i planen", "‡": "Ændret"},
        "initiatives": [
            part_of(PLAN, "SBM")["initiatives"][0],
            {
                "section": "Strafferet",
                "initiative": {
                    "number": 3,
                    "title": "En lov",
                    "ministries": ["JM"],
                    "status": {
                        "phrase": "afsluttes i 2025",
                        "means": "under way",
                        "sentence": "Initiativet {}.",
                    },
                },
            },
        ],
    }


def test_each_party_has_a_hash_of_its_own() -> None:
    assert len({hash_of(PLAN, code) for code in PLAN.ministries}) == len(PLAN.ministries)
    assert numbers_of(PLAN, "JM") == (1, 3)


@given(
    st.randoms(use_true_random=False),
    st.sampled_from([30, 80, 1_000]),
    st.sampled_from([None, True, False]),
    st.booleans(),
)
def test_order_comments_and_line_ends_undo_nothing(
    random: Any, width: int, flow: bool | None, sort_keys: bool
) -> None:
    values = deepcopy(VALUES)
    first = values["sections"][0]["initiatives"][0]
    for key in UNORDERED:
        holder: Any = first
        for step in key if isinstance(key, tuple) else (key,):
            holder = holder[step]
        random.shuffle(holder)
    for section in values["sections"]:
        random.shuffle(section["initiatives"])
    random.shuffle(values["sections"])
    written = text(values, width=width, default_flow_style=flow, sort_keys=sort_keys)
    remarked = re.sub(r"(?m)^(?=\w+:)", "# En bemærkning\n", written) + "# Slut\n"
    read = loading.read(remarked, "plan.yaml").plan
    assert hash_of(read, "SBM") == HASH


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda written: written.replace("Rådgivning i", "Rådgivning\u00a0i"),
        lambda written: written.replace("Rådgivning", "Ra\u030adgivning"),
        lambda written: written.replace("1.000", "1000 kr."),
        lambda written: written.replace("500 t.kr.", "0,5 mio. kr."),
        lambda written: written.replace("2025-12", "december 2025"),
        lambda written: written.replace("2025-04-10", "10. april 2025"),
        lambda written: written.replace("2025-03-01", "1. marts 2025"),
        lambda written: written.replace("1.200", "1200"),
        lambda written: written.replace("ministries", "parties"),
        lambda written: f"format: 1\n{written}",
        lambda written: f"print_numbers: false\n{written}",
    ],
)
def test_what_is_written_in_another_way_undoes_nothing(rewritten: Callable[[str], str]) -> None:
    written = rewritten(text())
    assert written != text()
    assert hash_of(loading.read(written, "plan.yaml").plan, "SBM") == HASH


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*THIRD, "title"), "En anden lov"),
        ((*THIRD, "status"), "gennemført"),
        ((*THIRD, "number"), "4"),
        ((*THIRD, "ministries"), ["SUM"]),
        (("sections", 1, "title"), "Strafferetten"),
        (("ministries", "SUM"), "Sundhedsministeriet"),
        (("introduction",), ["En anden indledning."]),
        (("approvals",), "required"),
        (("sections", 1, "initiatives"), []),
    ],
)
def test_what_belongs_to_others_undoes_nothing(path: tuple[str | int, ...], value: Any) -> None:
    now = plan(edited((path, value)))
    assert hash_of(now, "SBM") == HASH
    assert hash_of(now, "SBM") != hash_of(now, "JM")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*FIRST, "ministries"), ["JM", "SBM"]),  # the first one answers
        ((*FIRST, "account", 4, "list"), ["kurser", "rådgivning"]),
        ((*FIRST, "account", 0), "Rådgivningen begynder til efteråret."),
        ((*FIRST, "account", 1, "grants", 0), {"Odense Kommune": "1.001"}),
        ((*FIRST, "account", 3, "grants", 0), {"Danner": "500.000"}),  # to the krone now
        ((*FIRST, "ministries"), ["SBM"]),
        ((*FIRST, "more", "risiko"), "lav"),
        ((*FIRST, "indicators", 0, "baseline"), "1.201"),
        ((*FIRST, "milestones", 1, "met"), "2025-03-02"),
        ((*SECOND, "title"), "kurser"),
        ((*SECOND, "status"), "afsluttes i 2025"),
        ((*THIRD, "ministries"), ["JM", "SBM"]),
        (("sections", 0, "title"), "Sen indsats"),
        (("marks", "†"), "Ny i år"),
        (("ministries", "KL"), "Kommunernes Landsforening"),
        (("as_of",), "2025-10-01"),
        (("print_milestones",), "true"),
        (("print_numbers",), "true"),
        (("terms",), {"party": "ansvarlig"}),
    ],
)
def test_what_the_party_s_rows_show_otherwise_undoes_its_approval(
    path: tuple[str | int, ...], value: Any
) -> None:
    assert hash_of(plan(edited((path, value))), "SBM") != HASH


def test_whether_milestones_are_printed_matters_where_there_are_any() -> None:
    assert hash_of(plan(edited((("print_milestones",), "true"))), "JM") != hash_of(PLAN, "JM")
    without = edited(((*FIRST, "milestones"), []))
    printed = edited(((*FIRST, "milestones"), []), (("print_milestones",), "true"))
    assert hash_of(plan(without), "SBM") == hash_of(plan(printed), "SBM")


def test_a_part_of_a_plan_without_sections_has_a_hash() -> None:
    flat = {key: value for key, value in VALUES.items() if key != "sections"}
    flat["initiatives"] = [each for one in VALUES["sections"] for each in one["initiatives"]]
    assert hash_of(plan(flat), "SBM") not in ("", HASH)


def test_each_part_of_the_real_plan_is_changed_by_its_own_initiatives_alone() -> None:
    real = loading.load(str(REAL)).plan
    before = {code: hash_of(real, code) for code in real.ministries}
    for place, section in enumerate(real.sections):
        for at, initiative in enumerate(section.initiatives):
            changed = initiative.model_copy(update={"title": "En anden titel"})
            rows = (*section.initiatives[:at], changed, *section.initiatives[at + 1 :])
            other = section.model_copy(update={"initiatives": rows})
            sections = (*real.sections[:place], other, *real.sections[place + 1 :])
            now = real.model_copy(update={"sections": sections})
            undone = {code for code, was in before.items() if hash_of(now, code) != was}
            assert undone == {*initiative.ministries}
