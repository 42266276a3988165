"""What is derived of a plan once, for all forms."""

import pytest
from support.project import SMALL_PLAN

from statusnote import note
from statusnote.plan import loading
from statusnote.reading import inline

INITIATIVES = """\
      - number: 2
        title: Et andet
        ministries: [SBM, JM]
        status: afsluttes i 2025
        reserve_financed: true
      - number: 3
        title: Et tredje
        ministries: [JM]
        status: afsluttes i 2026
"""
PLAN = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM") + INITIATIVES


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{antal} initiativer", "3 initiativer"),
        ("{antal gennemført} af {antal}", "1 af 3"),
        ("{antal afsluttes}, {antal afsluttes i 2026}, {antal igangværende}", "2, 1, 0"),
        ("{antal SBM} og {antal JM}", "2 og 2"),
        ("{antal *} er finansieret af *", "1 er finansieret af *"),
        ("*{antal *}*", "1"),
    ],
)
def test_the_introduction_counts_what_it_names(written: str, printed: str) -> None:
    introduction = f"introduction:\n  - 'Der er {written}.'\n"
    text = PLAN[: PLAN.index("introduction:")] + introduction + PLAN[PLAN.index("ministries:") :]
    derived = note.derive(loading.read(text, "plan.yaml").plan)
    assert [inline.plain(paragraph) for paragraph in derived.introduction] == [f"Der er {printed}."]


@pytest.mark.parametrize(
    ("account", "sentence"), [("account: [Det er åbnet.]", ""), ("account: []", "Klar maj 2025")]
)
def test_a_status_without_a_sentence_stands_alone_where_there_is_no_account(
    account: str, sentence: str
) -> None:
    declared = "statuses:\n  klar: {means: done, takes_date: true, sentence: none}\nsections:"
    text = SMALL_PLAN.replace("sections:", declared).replace(
        "status: gennemført", f"status: klar maj 2025\n        {account}"
    )
    (row,) = note.derive(loading.read(text, "plan.yaml").plan).rows
    assert row.status_sentence == sentence


PROMISED = ("Loven er vedtaget: 2026", "Loven træder i kraft: 2027")
TITLED = ("{title: En del, status: gennemført}", "{title: En anden, status: gennemført}")
MEASURED = ("{name: Kurser, unit: kurser, target: 5}", "{name: Møder, unit: møder, target: 5}")


@pytest.mark.parametrize(
    ("count", "labels"),
    [
        (1, ["Delinitiativ", "Indikator", "Milepæl"]),
        (2, ["Delinitiativer", "Indikatorer", "Milepæle"]),
    ],
)
def test_a_label_is_singular_above_a_single_line(count: int, labels: list[str]) -> None:
    plan = SMALL_PLAN.replace("introduction:", "print_milestones: true\nintroduction:")
    written = {"parts": TITLED, "indicators": MEASURED, "milestones": PROMISED}
    for key, items in written.items():
        plan += f"        {key}: [{', '.join(items[:count])}]\n"
    (row,) = note.derive(loading.read(plan, "plan.yaml").plan).rows
    assert [each.label for each in row.lists] == labels
