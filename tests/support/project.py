"""Where the project's files are, and the smallest plan."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
REAL = ROOT / "data" / "initiatives.yaml"
GOLDEN = ROOT / "tests" / "golden"
EXAMPLES = ROOT / "tests" / "examples"

SMALL_PLAN = """\
title: Status for en lille plan
as_of: 2025-04-10
period: 2023-2026
introduction:
  - Notatet handler om {antal} initiativ.
ministries:
  SBM: Social- og Boligministeriet
sections:
  - title: Den eneste del
    initiatives:
      - number: 1
        title: Et initiativ
        ministries: [SBM]
        status: gennemført
"""
PUBLISHED_PLAN = SMALL_PLAN.replace("introduction:", "publish_source: true\nintroduction:")
