"""A plan that asks all that can be asked: one party leads, one joins in, and one only reads."""

from statusnote.answers import questions
from statusnote.answers.request import Request
from statusnote.plan import loading
from statusnote.plan.model import Plan

DATA = "0" * 63 + "f"  # a hash

ROUND_PLAN = """\
title: Status for en plan om cykling
as_of: 2026-09-01
period: 2024-2026
introduction:
  - Notatet viser, hvor langt man er nået.
ministries:
  VEJ: Vejministeriet
  A/B: Amt & By
  LÆS: Læseministeriet
sections:
  - title: Veje
    initiatives:
      - number: 1
        title: Flere stier
        ministries: [VEJ, A/B, LÆS]
        reserve_financed: true
        status: igangværende
        account:
          - Se [stiplanen](https://www.example.dk/plan).
          - list: [skilte, bump]
          - grants:
              - Odense Kommune: 3628580
              - Aarhus Kommune: 4,5 mio.
          - numbered_list: [Først dette., Så hint.]
          - grants:
              - Vejle Kommune: 500 t.kr.
        parts:
          - number: 1.1
            title: Kryds
            status: gennemført
          - Lys: afsluttes i 2026
        milestones:
          - what: Stierne er åbne
            due: inden sommerferien 2026
            moved_from: ["2025"]
          - what: Kortet er trykt
            due: juni 2026
            met: 3. juni 2026
          - Evalueringen foreligger: ultimo 2026
          - Møder holdes: løbende
        indicators:
          - name: Andel, der cykler
            unit: pct.
            baseline: 42
            target: 60
            latest: 47,5
            measured: maj 2026
          - name: Kilometer sti
      - number: 2
        title: =1+1
        ministries: [A/B]
        status: ikke gennemført i 2025
        account:
          - "-Et afsnit, der begynder med et minus, og slutter med _x0041_."
      - number: 3a
        title: Et tredje
        ministries: [VEJ]
        status: gennemført
"""


def round_plan(text: str = ROUND_PLAN) -> Plan:
    """The plan that *text* says."""
    return loading.read(text, "plan.yaml").plan


def request(party: str = "VEJ", text: str = ROUND_PLAN) -> Request:
    """What *party* is asked about the plan that *text* says, by no deadline."""
    return Request(round_plan(text), party, None, DATA, party.replace("/", "-"))


def texts(sheet: questions.Sheet, row: questions.Row) -> list[str]:
    """What a *row* has in each column of its *sheet*, with what the workbook knows it by first."""
    return [row.id, *(row.texts.get(column.key, "") for column in sheet.columns)]
