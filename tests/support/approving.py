"""A plan of three parties, in which each list says something, and edits of it."""

from copy import deepcopy
from typing import Any

import yaml

from statusnote.plan import loading
from statusnote.plan.model import Plan

VALUES: dict[str, Any] = {
    "title": "Status for en plan",
    "as_of": "2025-04-10",
    "period": "2023-2026",
    "introduction": ["Notatet handler om {antal} initiativer."],
    "ministries": {
        "SBM": "Social- og Boligministeriet",
        "JM": "Justitsministeriet",
        "SUM": "Indenrigs- og Sundhedsministeriet",
        "KL": "KL",
        "DR": "DR",
    },
    "marks": {"†": "Ny i planen", "‡": "Ændret"},
    "sections": [
        {
            "title": "Tidlig indsats",
            "initiatives": [
                {
                    "number": "1",
                    "title": "Rådgivning i hele landet",
                    "ministries": ["SBM", "JM"],
                    "participants": ["KL", "DR"],
                    "marks": ["†", "‡"],
                    "status": "igangværende",
                    "account": [
                        "Der er givet tilskud til to kommuner.",
                        {"grants": [{"Odense Kommune": "1.000"}, {"Aarhus Kommune": "4,5 mio."}]},
                        "Rådgivningen begynder til efteråret.",
                        {"grants": [{"Danner": "500 t.kr."}]},
                        {"list": ["rådgivning", "kurser"]},
                    ],
                    "parts": [{"Kurser": "igangværende"}, {"Boliger": "gennemført"}],
                    "budget": {"2024": "500 t.kr.", "2025": "4,5 mio."},
                    "indicators": [
                        {"name": "Anmeldelser", "baseline": "1.200"},
                        {"name": "Opkald"},
                    ],
                    "milestones": [
                        {"Rapporten": "2025-12"},
                        {"what": "Kurset", "due": "2026", "met": "2025-03-01"},
                    ],
                    "more": {"risiko": "høj", "kontakt": "Ida"},
                },
                {"number": "2", "title": "Kurser", "ministries": ["SBM"], "status": "gennemført"},
            ],
        },
        {
            "title": "Strafferet",
            "initiatives": [
                {
                    "number": "3",
                    "title": "En lov",
                    "ministries": ["JM"],
                    "status": "afsluttes i 2025",
                },
            ],
        },
    ],
}
FIRST = ("sections", 0, "initiatives", 0)
SECOND = ("sections", 0, "initiatives", 1)
THIRD = ("sections", 1, "initiatives", 0)


def text(values: dict[str, Any] = VALUES, **options: Any) -> str:
    """A plan's file of these *values*."""
    return str(yaml.safe_dump(values, **{"allow_unicode": True, "sort_keys": False, **options}))


def plan(values: dict[str, Any] = VALUES, **options: Any) -> Plan:
    return loading.read(text(values, **options), "plan.yaml").plan


def edited(*edits: tuple[tuple[str | int, ...], Any]) -> dict[str, Any]:
    """The values with another one at each of these places."""
    values = deepcopy(VALUES)
    for path, value in edits:
        holder: Any = values
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
    return values
