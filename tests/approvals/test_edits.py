"""What is told of a party's part of two plans, and of nothing else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.approving import FIRST, SECOND, THIRD, VALUES, edited, plan

from statusnote.approvals.edits import between
from statusnote.approvals.part import hash_of
from statusnote.changes import describe
from statusnote.changes.model import Fate

PLAN = plan()
STATUSES = {"igangværende": "under way", "gennemført": "done", "afsluttes i år": "under way"}
WITH_STATUSES = edited((("statuses",), STATUSES), ((*THIRD, "status"), "afsluttes i år"))
MARKS = {Fate.KEPT: "{}", Fate.REMOVED: "-{}", Fate.ADDED: "+{}"}


def told(old: dict[str, Any], new: dict[str, Any], party: str = "SBM") -> list[str]:
    """All that is told, a line for each heading and each sentence."""
    found = between(plan(old), plan(new), party)
    lines = []
    for topic in describe.topics(found.changes):
        lines.append(topic.heading)
        lines += [" ".join(MARKS[one.fate].format(one.text) for one in s) for s in topic.sentences]
    return [*lines, *(f"{number} rearranged" for number in found.rearranged)]


ONE, TWO = "Initiativ 1: Rådgivning i hele landet", "Initiativ 2: Kurser"


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([((*SECOND, "status"), "igangværende")],
         [TWO, "Status: fra gennemført til igangværende"]),
        ([((*SECOND, "ministries"), ["JM"])], [TWO, "Ansvar: -SBM +JM"]),
        ([((*THIRD, "ministries"), ["SBM", "JM"])], ["Initiativ 3: En lov", "Ansvar: +SBM"]),
        ([((*SECOND, "number"), "4")], ["Initiativ 4: Kurser", "Nummer: fra 2 til 4"]),
        ([((*FIRST, "ministries"), ["JM", "SBM"])], ["1 rearranged"]),
        ([((*FIRST, "account"), [*VALUES["sections"][0]["initiatives"][0]["account"][:3][::-1],
                                 *VALUES["sections"][0]["initiatives"][0]["account"][3:]])],
         [ONE, "Afsnit 2 flyttet til afsnit 1: Rådgivningen begynder til efteråret."]),
        ([((*FIRST, "account", 3, "grants", 0), {"Odense Kommune": "1.000"}),
          ((*FIRST, "account", 1, "grants", 0), {"Danner": "500 t.kr."})], ["1 rearranged"]),
        ([((*FIRST, "account", 3, "grants", 0), {"Danner": "600 t.kr."})],
         [ONE, "Tilskud til Danner: fra 500 t.kr. til 600 t.kr.",
          "Tilskud i alt: fra ca. 5.001.000 kr. til ca. 5.101.000 kr."]),
        ([(("as_of",), "2025-10-01")],
         ["Planen", "Opgjort: fra 10. april 2025 til 1. oktober 2025"]),
        ([(("print_milestones",), "true")], ["Planen", "Milepælene trykkes nu i notatet"]),
        ([(("ministries", "JM"), "Justitsmin.")],
         ["Planen", "Navnet på JM: -Justitsministeriet +Justitsmin."]),
        ([(("marks", "†"), "Ny")], ["Planen", "Betydningen af †: Ny -i planen"]),
        ([(("sections", 0, "title"), "Sen indsats")],
         ["Planen", "Del: -Tidlig +Sen indsats"]),
        ([(("terms",), {"party": "ansvarlig"})],
         ["Planen", "Betegnelsen party: -ansvarligt ministerie +ansvarlig"]),
        # What is not SBM's.
        ([(("sections", 1, "title"), "Strafferetten")], []),
        ([(("ministries", "SUM"), "Sundhedsministeriet")], []),
        ([((*THIRD, "title"), "En anden lov")], []),
        ([((*THIRD, "milestones"), [{"Loven": "2025"}])], []),
        ([(("title",), "Et andet notat"), (("head",), {"sender": "JM"})], []),
        ([(("introduction",), ["Kort."]), (("approvals",), "required")], []),
    ],
)  # fmt: skip
def test_what_was_edited_is_told_as_diff_tells_it(
    edits: list[tuple[tuple[str | int, ...], Any]], said: list[str]
) -> None:
    words = [line.replace("\u00a0", " ") for line in told(VALUES, edited(*edits))]
    assert words == said


def test_an_initiative_that_went_to_others_and_one_that_came_are_told() -> None:
    fourth = {"number": "4", "title": "Nyt", "ministries": ["SBM"], "status": "gennemført"}
    rows = [VALUES["sections"][0]["initiatives"][0], fourth]
    assert told(VALUES, edited((("sections", 0, "initiatives"), rows))) == [
        *("Nye initiativer", "Nr. 4 »Nyt« (SBM) i »Tidlig indsats«: gennemført"),
        *("Udgåede initiativer", "Nr. 2 »Kurser« (SBM) i »Tidlig indsats«"),
    ]
    assert told(VALUES, edited((("sections", 0, "initiatives"), rows)), "SUM") == []


def declared(**statuses: Any) -> dict[str, Any]:
    return WITH_STATUSES | {"statuses": STATUSES | statuses}


def test_what_is_said_of_a_status_is_told_where_it_is_used() -> None:
    ended = {"means": "on track", "sign": "◐"}
    assert told(WITH_STATUSES, declared(gennemført=ended)) == [
        "Planen",
        "Status »gennemført«: betydning fra done til on track",
        "Status »gennemført«: tegn fra ✓ til ◐",
    ]
    assert told(WITH_STATUSES, declared(gennemført={"means": "done", "sign": "◐"})) == []
    assert told(WITH_STATUSES, declared(**{"afsluttes i år": "late"})) == []
    assert told(WITH_STATUSES, declared(**{"afsluttes i år": "late"}), "JM") != []


EDITS = [
    ((*FIRST, "title"), "Noget andet"),
    ((*FIRST, "number"), "7"),
    ((*FIRST, "ministries"), ["JM", "SBM"]),
    ((*FIRST, "ministries"), ["JM"]),
    ((*FIRST, "account"), ["Et nyt afsnit."]),
    ((*FIRST, "account", 1, "grants"), [{"Danner": "500 t.kr."}]),
    ((*FIRST, "milestones"), []),
    ((*SECOND, "ministries"), ["JM"]),
    ((*SECOND, "number"), "1.1"),
    ((*THIRD, "ministries"), ["SBM"]),
    ((*THIRD, "title"), "Kurser"),
    ((*THIRD, "participants"), ["KL"]),
    (("sections", 0, "title"), "STRAFFERET"),
    (("sections", 1, "title"), "Andet"),
    (("print_milestones",), "true"),
    (("print_numbers",), "true"),
    (("marks", "‡"), "Rettet"),
    (("ministries", "JM"), "Justits"),
    (("as_of",), "2025-05-01"),
]
CHOSEN = st.lists(st.sampled_from(EDITS), max_size=4)


@given(CHOSEN, CHOSEN)
def test_what_is_told_is_what_undoes_an_approval(old: Any, new: Any) -> None:
    before, now = plan(edited(*old)), plan(edited(*new))
    for party in PLAN.ministries:
        undone = hash_of(before, party) != hash_of(now, party)
        assert bool(between(before, now, party)) == undone
