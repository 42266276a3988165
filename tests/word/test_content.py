"""Note → paragraphs and tables: what no other test of the document sees."""

import pytest
from support.project import SMALL_PLAN

from statusnote import note
from statusnote.plan import loading
from statusnote.word.content import Part, Style, Table, content


def codes(ministries: str, also: str = "") -> str:
    """What stands in the column of who is responsible."""
    parties = "".join(f"  {code}: Ministeriet {code}\n" for code in ("AAA", "BBB", "CCC", "KL"))
    text = (
        SMALL_PLAN.replace("[SBM]", ministries)
        .replace("  SBM:", f"{parties}  SBM:")
        .replace("        status", f"{also}        status")
    )
    made = content(note.derive(loading.read(text, "plan.yaml").plan))
    table = made[Part.INITIATIVES]
    assert isinstance(table, Table)
    (paragraph,) = table.rows[-1].cells[1]
    return paragraph.text


@pytest.mark.parametrize(
    ("ministries", "also", "expected"),
    [
        ("[SBM]", "", "SBM"),
        ("[SBM, AAA]", "", "SBM/AAA"),
        ("[SBM, AAA, BBB]", "", "SBM/\nAAA/BBB"),
        ("[SBM]", "        participants: [KL]\n", "SBM\nmed KL"),
        ("[SBM, AAA]", "        participants: [BBB, CCC]\n", "SBM/AAA\nmed BBB/\nCCC"),
    ],
)
def test_codes_go_on_behind_a_slash(ministries: str, also: str, expected: str) -> None:
    assert codes(ministries, also) == expected


def test_a_paragraph_before_a_list_stays_with_it_and_another_one_does_not() -> None:
    account = "        account:\n" + "".join(
        f"          - {block}\n" for block in ("Først.", "Så.", "list: [Et]")
    )
    plan = loading.read(SMALL_PLAN + account, "plan.yaml").plan
    table = content(note.derive(plan))[Part.INITIATIVES]
    assert isinstance(table, Table)
    looks = [(each.look.style, each.look.kept) for each in table.rows[-1].cells[2]]
    assert looks == [
        (Style.TEXT, True),  # the sentence of the status
        (Style.TEXT, False),
        (Style.TEXT, True),
        (Style.BULLET, False),
    ]
