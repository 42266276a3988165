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
