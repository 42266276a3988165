"""What a plan in the file becomes."""

from datetime import date

from statusnote.plan.model import Block, Grant, Initiative, Milestone, Plan, Section
from statusnote.plan.scalars import Amount, Period
from statusnote.plan.statuses import USUAL
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
            met: 2025-07-01
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
                            met=date(2025, 7, 1),
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
