"""Three plans of different authorities, two of which call one ministry differently."""

from pathlib import Path

from support.project import SMALL_PLAN

ROADS = """\
title: Status for planen for trygge veje
as_of: 2026-06-01
period: 2025-2027
print_milestones: true
introduction:
  - Notatet handler om {antal} initiativer.
ministries:
  VEJ: Vejministeriet
  SM: Social- og Boligministeriet
sections:
  - title: Veje
    initiatives:
      - number: 1
        title: Flere stier
        ministries: [VEJ]
        participants: [SM]
        status: igangværende
        account:
          - grants:
              - Aarhus Kommune: 4,5 mio.
        milestones:
          - Stierne er åbne: 2026-03
          - Evalueringen foreligger: 2026-07
          - Fejringen er holdt: 2027
      - number: 2
        title: Sænket fart
        ministries: [VEJ]
        status: gennemført
"""
SCHOOLS = """\
title: Status for planen for gode skoler
as_of: 2026-01-15
period: 2025-2027
introduction:
  - Notatet handler om {antal} indsatser.
terms:
  initiative: indsats
  the_initiative: indsatsen
  initiatives: indsatser
statuses:
  Standset: stopped
ministries:
  BUVM: Børne- og Undervisningsministeriet
  SBM: Skatteministeriet
sections:
  - title: Skoler
    initiatives:
      - number: A.1
        title: Mere lys
        ministries: [BUVM]
        status: Standset
        milestones:
          - Lyset er tændt: 2025
"""
PLANS = {"lille": SMALL_PLAN, "veje": ROADS, "skoler": SCHOOLS}
WRONG = SMALL_PLAN.replace("as_of", "asof")


def written_in(folder: Path, **more: str) -> list[str]:
    """The paths of the plans, and of *more* of them by their names, once they are written there."""
    plans = {folder / f"{name}.yaml": text for name, text in (PLANS | more).items()}
    for path, text in plans.items():
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in plans]
