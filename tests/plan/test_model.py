"""What a plan in the file becomes."""

from datetime import date

import pytest

from statusnote import danish
from statusnote.plan.model import Block, Grant, Indicator, Initiative, Milestone, Plan, Section
from statusnote.plan.scalars import Amount, Period
from statusnote.plan.statuses import USUAL
from statusnote.reading.nodes import MappingNode, ScalarNode
from statusnote.reading.parser import parse
from statusnote.reading.source import Source


def plan_of(text: str) -> Plan:
    return Plan.model_validate(parse(Source(text, "plan.yaml"))[0])


def test_a_whole_plan_is_read() -> None:
    plan = plan_of("""\
title: Status for  en lille plan
stamp: Offentligt
as_of: 2025-04-10
period: 2023-2026
introduction: [Første afsnit., Andet afsnit.]
ministries: {SBM: Social- og Boligministeriet, JM: Justitsministeriet}
sections:
  - title: Den første del
    initiatives:
      - number: 7
        title: >
          En titel
          på to linjer
        ministries: SBM
        reserve_financed: true
        status: afsluttes i 2025
        account:
          - Et afsnit med [et link](https://www.sst.dk).
          - grants:
              - Odense Kommune: 3.628.580
              - Region Syddanmark: 4,8 mio.
        milestones:
          - Rapporten foreligger: ultimo 2026
          - what: Loven træder i kraft
            due: 2025-07
            met: 2025-04-01
            moved_from: [2024, primo 2025]
  - title: Den anden del
    initiatives: []
""")
    assert plan.title == "Status for en lille plan"
    assert plan.stamp == "Offentligt"
    assert plan.as_of == date(2025, 4, 10)
    assert plan.period == Period(2023, 2026)
    assert plan.introduction == ("Første afsnit.", "Andet afsnit.")
    assert plan.ministries == {"SBM": "Social- og Boligministeriet", "JM": "Justitsministeriet"}
    assert plan.sections == (
        Section.model_construct(
            title="Den første del",
            initiatives=(
                Initiative.model_construct(
                    number=7,
                    title="En titel på to linjer",
                    ministries=("SBM",),
                    reserve_financed=True,
                    status=USUAL.read("afsluttes i 2025"),
                    account=(
                        Block.model_construct(
                            paragraph="Et afsnit med [et link](https://www.sst.dk)."
                        ),
                        Block.model_construct(
                            grants=(
                                grant("Odense Kommune", Amount(3_628_580, "3.628.580")),
                                grant("Region Syddanmark", Amount(4_800_000, "4,8 mio.", True)),
                            )
                        ),
                    ),
                    milestones=(
                        Milestone.model_construct(what="Rapporten foreligger", due="ultimo 2026"),
                        Milestone.model_construct(
                            what="Loven træder i kraft",
                            due="2025-07",
                            met=date(2025, 4, 1),
                            moved_from=("2024", "primo 2025"),
                        ),
                    ),
                ),
            ),
        ),
        Section.model_construct(title="Den anden del", initiatives=()),
    )


def grant(recipient: str, amount: Amount) -> Grant:
    return Grant.model_construct(recipient=recipient, amount=amount)


def test_a_milestone_that_was_moved_once_takes_the_date_without_brackets() -> None:
    moved = parse(Source("what: x\ndue: 2026\nmoved_from: primo 2025\n", "plan.yaml"))[0]
    assert Milestone.model_validate(moved).moved_from == ("primo 2025",)


def test_the_order_of_the_ministries_is_kept() -> None:
    plan = plan_of("""\
title: T
as_of: 2025-04-10
period: 2023-2026
introduction: []
ministries: {UIM: U, BUVM: B, JM: J}
sections: [{title: S, initiatives: []}]
""")
    assert list(plan.ministries) == ["UIM", "BUVM", "JM"]


@pytest.mark.parametrize(
    ("figures", "progress", "stand"),
    [
        ({}, None, "endnu ikke målt"),
        ({"target": "60"}, None, "endnu ikke målt; mål 60 pct."),
        ({"baseline": "35", "target": "60", "latest": "42"}, 28,
         "42 pct. (marts 2025); udgangspunkt 35 pct.; mål 60 pct.; 28 pct. af vejen"),
        ({"baseline": "2.000", "target": "1.000", "latest": "1.000,5"}, 99,
         "1.000,5 pct. (marts 2025); udgangspunkt 2.000 pct.; mål 1.000 pct.; 99 pct. af vejen"),
        ({"baseline": "0", "target": "60", "latest": "60"}, 100,
         "60 pct. (marts 2025); udgangspunkt 0 pct.; mål 60 pct.; målet er nået"),
        ({"baseline": "1000", "target": "-5", "latest": "1000,1"}, -1,
         "1.000,1 pct. (marts 2025); udgangspunkt 1.000 pct.; mål -5 pct.; længere fra målet end "
         "ved udgangspunktet"),
        ({"baseline": "5", "target": "5", "latest": "5"}, None,
         "5 pct. (marts 2025); udgangspunkt 5 pct.; mål 5 pct."),
    ],
)  # fmt: skip
def test_how_far_an_indicator_is(figures: dict[str, str], progress: int | None, stand: str) -> None:
    measured = {"measured": "marts 2025"} if "latest" in figures else {}
    told = {"name": "Kendskab", "unit": "pct."} | figures | measured
    nodes = MappingNode((ScalarNode(key), ScalarNode(value)) for key, value in told.items())
    indicator = Indicator.model_validate(nodes)
    assert indicator.progress == progress
    assert danish.plain(indicator.sentence) == f"Kendskab: {stand}"
