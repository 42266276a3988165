"""Each field of the model: is it compared, told, applied, printed, approved, and explained?

A field that is added to the model fails here until it is given another value below, and then
wherever it is forgotten.
"""

import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

import pytest
import yaml
from pydantic import BaseModel
from support.applying import applied, meaning
from support.project import ROOT

from statusnote import note
from statusnote.approvals import edits
from statusnote.approvals.part import hash_of
from statusnote.changes import describe, formats
from statusnote.changes.compare import compare
from statusnote.changes.whats_new import note_on
from statusnote.plan import loading
from statusnote.plan.field_types import LineText
from statusnote.plan.model import (
    Block,
    DeclaredStatus,
    Grant,
    Head,
    Indicator,
    Initiative,
    Milestone,
    Part,
    Plan,
    Section,
    Terms,
)
from statusnote.render import markdown, note_json
from statusnote.render.html import html
from statusnote.render.templates import Templates

PARTS: tuple[type[BaseModel], ...] = (
    Plan,
    Head,
    Terms,
    DeclaredStatus,
    Section,
    Initiative,
    Block,
    Grant,
    Part,
    Indicator,
    Milestone,
)
Path = tuple[str | int, ...]
Field = tuple[type[BaseModel], str]

# A plan in which each field says something.
PLAN: dict[str, Any] = {
    "title": "Status for en plan",
    "stamp": "Offentligt",
    "head": {
        "recipient": "Folketingets Retsudvalg",
        "sender": "Justitsministeriet",
        "date": "2025-04-14",
        "case_number": "2025-17",
        "contact": "Ida Holm",
    },
    "as_of": "2025-04-10",
    "period": "2023-2026",
    "print_numbers": "true",
    "print_milestones": "true",
    "print_overview": "true",
    "print_legend": "true",
    "publish_source": "true",
    "approvals": "required",
    "introduction": ["Notatet handler om {antal} initiativ."],
    "ministries": {
        "SBM": "Social- og Boligministeriet",
        "JM": "Justitsministeriet",
        "KL": "KL",
        "DR": "DR",
    },
    "more": {"journal": "2025-17"},
    "marks": {"†": "Ny i planen", "‡": "Ændret"},
    "terms": {
        "initiative": "indsats",
        "the_initiative": "indsatsen",
        "initiatives": "indsatser",
        "party": "ansvarlig",
    },
    "statuses": {
        "igangværende": {"means": "under way", "sentence": "Det er {}.", "sign": "●"},
        "gennemført": "done",
        "ventes at slutte": {"means": "under way", "takes_date": "true"},
    },
    "sections": [
        {
            "title": "Den eneste del",
            "initiatives": [
                {
                    "number": "1",
                    "title": "Et initiativ",
                    "ministries": ["SBM", "JM"],
                    "participants": ["KL"],
                    "reserve_financed": "true",
                    "marks": ["†"],
                    "status": "igangværende",
                    "account": [
                        "Et afsnit.",
                        {"grants": [{"Odense Kommune": "1.000"}]},
                        {"list": ["Et punkt", "Et andet"]},
                        {"numbered_list": ["Det første", "Det næste"]},
                    ],
                    "parts": [
                        {"number": "1.1", "title": "En del", "status": "igangværende"},
                        {"En anden": "gennemført"},
                    ],
                    "budget": {"2025": "4,5 mio.", "2024": "500 t.kr."},
                    "indicators": [
                        {
                            "name": "Kvinder på krisecenter",
                            "unit": "kvinder",
                            "baseline": "2.000",
                            "target": "1.000",
                            "latest": "1.500",
                            "measured": "marts 2025",
                        }
                    ],
                    "more": {"risiko": "høj"},
                    "milestones": [
                        {
                            "what": "Rapporten foreligger",
                            "due": "2025-12",
                            "met": "2025-03-01",
                            "moved_from": ["2024"],
                        }
                    ],
                }
            ],
        }
    ],
}
SECTION: Path = ("sections", 0)
INITIATIVE: Path = (*SECTION, "initiatives", 0)
GRANT: Path = (*INITIATIVE, "account", 1, "grants", 0)
PART: Path = (*INITIATIVE, "parts", 0)
INDICATOR: Path = (*INITIATIVE, "indicators", 0)
MILESTONE: Path = (*INITIATIVE, "milestones", 0)

WITHOUT_SECTIONS = {
    **{key: value for key, value in PLAN.items() if key != "sections"},
    "initiatives": [
        initiative for section in PLAN["sections"] for initiative in section["initiatives"]
    ],
}
LEFT_OUT = None  # for what has one value only
# Another value for each field, and where it stands in the plan.
OTHER: dict[Field, tuple[Path, Any]] = {
    (Plan, "format"): (("format",), "1"),
    (Plan, "title"): (("title",), "Status for en anden plan"),
    (Plan, "stamp"): (("stamp",), "Fortroligt"),
    (Plan, "head"): (("head",), {"sender": "Justitsministeriet"}),
    (Head, "recipient"): (("head", "recipient"), "Folketingets Sundhedsudvalg"),
    (Head, "sender"): (("head", "sender"), "Departementet"),
    (Head, "date"): (("head", "date"), "2025-04-15"),
    (Head, "case_number"): (("head", "case_number"), "2025-18"),
    (Head, "contact"): (("head", "contact"), "Ida Lund"),
    (Plan, "as_of"): (("as_of",), "2025-04-11"),
    (Plan, "period"): (("period",), "2023-2027"),
    (Plan, "print_numbers"): (("print_numbers",), "false"),
    (Plan, "print_milestones"): (("print_milestones",), "false"),
    (Plan, "print_overview"): (("print_overview",), "false"),
    (Plan, "print_legend"): (("print_legend",), "false"),
    (Plan, "publish_source"): (("publish_source",), "false"),
    (Plan, "approvals"): (("approvals",), LEFT_OUT),
    (Plan, "introduction"): (("introduction", 0), "Det handler om {antal} initiativ."),
    (Plan, "ministries"): (("ministries", "JM"), "Justitsministeriet, Slotsholmsgade"),
    (Plan, "terms"): (("terms",), {"party": "ansvarlig"}),
    (Terms, "initiative"): (("terms", "initiative"), "mål"),
    (Terms, "the_initiative"): (("terms", "the_initiative"), "målet"),
    (Terms, "initiatives"): (("terms", "initiatives"), "målene"),
    (Terms, "party"): (("terms", "party"), "ansvarlig forvaltning"),
    (Plan, "statuses"): (("statuses", "forsinket"), "late"),
    (DeclaredStatus, "means"): (("statuses", "igangværende", "means"), "on track"),
    (DeclaredStatus, "takes_date"): (("statuses", "ventes at slutte", "takes_date"), "false"),
    (DeclaredStatus, "sentence"): (("statuses", "igangværende", "sentence"), "Det er i gang."),
    (DeclaredStatus, "sign"): (("statuses", "igangværende", "sign"), "◐"),
    (Plan, "more"): (("more", "journal"), "2025-18"),
    (Plan, "marks"): (("marks", "†"), "Ny i år"),
    (Plan, "initiatives"): ((), WITHOUT_SECTIONS),
    (Plan, "sections"): (SECTION, {"title": "En anden del", "initiatives": []}),
    (Section, "title"): ((*SECTION, "title"), "Delen"),
    (Section, "initiatives"): ((*SECTION, "initiatives"), []),
    (Initiative, "number"): ((*INITIATIVE, "number"), "2"),
    (Initiative, "title"): ((*INITIATIVE, "title"), "Initiativet"),
    (Initiative, "ministries"): ((*INITIATIVE, "ministries"), ["JM"]),
    (Initiative, "participants"): ((*INITIATIVE, "participants"), ["DR"]),
    (Initiative, "marks"): ((*INITIATIVE, "marks"), ["‡"]),
    (Initiative, "reserve_financed"): ((*INITIATIVE, "reserve_financed"), "false"),
    (Initiative, "status"): ((*INITIATIVE, "status"), "gennemført"),
    (Initiative, "account"): ((*INITIATIVE, "account"), []),
    (Initiative, "parts"): ((*INITIATIVE, "parts", 1), {"En anden": "igangværende"}),
    (Initiative, "budget"): ((*INITIATIVE, "budget", "2025"), "5 mio."),
    (Initiative, "indicators"): ((*INITIATIVE, "indicators"), [{"name": "Anmeldelser"}]),
    (Initiative, "more"): ((*INITIATIVE, "more", "risiko"), "lav"),
    (Part, "number"): ((*PART, "number"), "1.2"),
    (Part, "title"): ((*PART, "title"), "Delen"),
    (Part, "status"): ((*PART, "status"), "gennemført"),
    (Indicator, "name"): ((*INDICATOR, "name"), "Kvinder på landets krisecentre"),
    (Indicator, "unit"): ((*INDICATOR, "unit"), "kvinder og børn"),
    (Indicator, "baseline"): ((*INDICATOR, "baseline"), "2.500"),
    (Indicator, "target"): ((*INDICATOR, "target"), "1.250"),
    (Indicator, "latest"): ((*INDICATOR, "latest"), "1.400"),
    (Indicator, "measured"): ((*INDICATOR, "measured"), "april 2025"),
    (Initiative, "milestones"): ((*INITIATIVE, "milestones"), []),
    (Block, "paragraph"): ((*INITIATIVE, "account", 0), "Et andet afsnit."),
    (Block, "grants"): (GRANT[:-1], [{"Aarhus Kommune": "9.000"}]),
    (Block, "list"): ((*INITIATIVE, "account", 2, "list", 1), "Et tredje"),
    (Block, "numbered_list"): ((*INITIATIVE, "account", 3, "numbered_list", 1), "Det sidste"),
    (Grant, "recipient"): (GRANT, {"Odense": "1.000"}),
    (Grant, "amount"): (GRANT, {"Odense Kommune": "2.000"}),
    (Milestone, "what"): ((*MILESTONE, "what"), "Rapporten er udgivet"),
    (Milestone, "due"): ((*MILESTONE, "due"), "2026"),
    (Milestone, "met"): ((*MILESTONE, "met"), "2025-03-02"),
    (Milestone, "moved_from"): ((*MILESTONE, "moved_from"), ["2023"]),
}

# What is no change, and why.
NOT_COMPARED: dict[Field, str] = {
    (Plan, "format"): "It says how the file is written, and not what it says.",
}
# What a form does not show, and why.
NOT_PRINTED: dict[Field, str] = NOT_COMPARED | {
    (Plan, "as_of"): "The note speaks for that day, and says so in its metadata alone.",
    (Plan, "period"): "It is there to check years against.",
    (Terms, "the_initiative"): "It is for the sentences of the usual statuses.",
    (Plan, "statuses"): "The note has those that an initiative has.",
    (DeclaredStatus, "means"): "It decides what is counted as done or late.",
    (DeclaredStatus, "takes_date"): "It decides what an initiative may say.",
    (DeclaredStatus, "sign"): "It is for the summary on a terminal.",
    (Plan, "publish_source"): "It decides what the PDF carries, and not what it says.",
    (Plan, "approvals"): "It decides when the note is final, and not what it says.",
    (Plan, "more"): "It is for a template of the plan's own.",
    (Initiative, "more"): "It is for a template of the plan's own.",
}
SHOWN_AS_DATA = {
    (Plan, "as_of"),
    (Plan, "more"),
    (Initiative, "more"),
    (DeclaredStatus, "means"),
}
NOT_IN_HTML = {key: why for key, why in NOT_PRINTED.items() if key != (Plan, "as_of")}
NOT_IN_JSON: dict[Field, str] = {
    **{key: why for key, why in NOT_PRINTED.items() if key not in SHOWN_AS_DATA},
    (Plan, "terms"): "They are for the eye.",
    (Terms, "initiative"): "They are for the eye.",
    (Terms, "initiatives"): "They are for the eye.",
    (Terms, "party"): "They are for the eye.",
    (DeclaredStatus, "sentence"): "It says no more than the status.",
    (Plan, "print_numbers"): "The numbers are there in any case.",
    (Plan, "print_overview"): "Its figures are there in any case.",
    (Plan, "print_legend"): "The codes and marks are explained in any case.",
}
# What undoes no approval, and why.
OF_THE_NOTE = "It stands above the rows, or below them, and is for who writes the note."
OF_THE_HEAD: dict[Field, str] = {(Head, name): OF_THE_NOTE for name in Head.model_fields}
NOT_APPROVED: dict[Field, str] = {
    **NOT_COMPARED,
    **OF_THE_HEAD,
    (Plan, "title"): OF_THE_NOTE,
    (Plan, "stamp"): OF_THE_NOTE,
    (Plan, "head"): OF_THE_NOTE,
    (Plan, "period"): "It is there to check years against.",
    (Plan, "print_overview"): OF_THE_NOTE,
    (Plan, "print_legend"): OF_THE_NOTE,
    (Plan, "publish_source"): "It decides what the PDF carries, and not what it says.",
    (Plan, "approvals"): "It decides when the note is final, and not what it says.",
    (Plan, "introduction"): OF_THE_NOTE,
    (Plan, "statuses"): "No initiative has the one that is new.",
    (DeclaredStatus, "takes_date"): "No initiative has that status.",
    (DeclaredStatus, "sign"): "It is for the summary on a terminal.",
    (Plan, "more"): "It is for a template of the plan's own.",
}
OF_THE_PLAN = (Plan, Head, Terms, DeclaredStatus, Section)
# What is no key in the file, but the text of an item, and what is said of it in the guide.
NOT_KEYS: dict[Field, str] = {
    (Block, "paragraph"): "afsnit",
    (Grant, "recipient"): "modtager",
    (Grant, "amount"): "beløb",
}

BEFORE = loading.read(yaml.safe_dump(PLAN, allow_unicode=True), "plan.yaml").plan
every_field = pytest.mark.parametrize(
    ("part", "name"), OTHER, ids=lambda value: value if isinstance(value, str) else value.__name__
)


def without_other_value(*parts: type[BaseModel]) -> Iterator[str]:
    for part in parts:
        for name in part.model_fields:
            if (part, name) not in OTHER:
                yield f"{part.__name__}.{name}"


def test_each_field_of_the_model_has_another_value_here() -> None:
    assert list(without_other_value(*PARTS)) == []
    known = {(part, name) for part in PARTS for name in part.model_fields}
    assert OTHER.keys() == known


def test_a_field_that_is_added_is_missed_here() -> None:
    class WithRemark(Initiative):
        remark: LineText | None = None

    assert "WithRemark.remark" in without_other_value(WithRemark)


def test_no_part_of_the_model_is_left_out() -> None:
    base = Plan.__base__
    assert base is not None
    parts: Sequence[type[BaseModel]] = base.__subclasses__()
    assert {part for part in parts if part.__module__ == base.__module__} == {*PARTS}


def after(part: type[BaseModel], name: str) -> Plan:
    """The plan with another value for one field."""
    values: Any = {"plan": deepcopy(PLAN)}
    path, value = OTHER[part, name]
    *path_above, last = ("plan", *path)
    holder = values
    for step in path_above:
        holder = holder[step]
    holder[last] = value
    if value is LEFT_OUT:
        del holder[last]
    values = values["plan"]
    return loading.read(yaml.safe_dump(values, allow_unicode=True), "plan.yaml").plan


@pytest.mark.parametrize(("part", "name"), NOT_COMPARED)
def test_a_field_that_is_no_change_is_not_told(part: type[BaseModel], name: str) -> None:
    assert not compare(BEFORE, after(part, name))


@pytest.mark.parametrize(("part", "name"), [key for key in OTHER if key not in NOT_COMPARED])
def test_a_field_is_compared_told_and_applied(part: type[BaseModel], name: str) -> None:
    now = after(part, name)
    found = compare(BEFORE, now)
    assert found
    assert [sentence for topic in describe.topics(found) for sentence in topic.sentences]
    told = json.loads(formats.as_json(found))
    assert meaning(now) != meaning(BEFORE)
    assert applied(meaning(BEFORE), told) == meaning(now)


@pytest.mark.parametrize(("part", "name"), [key for key in OTHER if key[0] not in OF_THE_PLAN])
def test_what_changed_in_an_initiative_is_said_in_the_note(
    part: type[BaseModel], name: str
) -> None:
    now = after(part, name)
    (news,) = note_on(now, BEFORE, draft=False).news
    assert [row.sentence for rows in news.tables for row in rows if row.sentence]


@every_field
def test_a_field_is_printed_or_excepted_with_a_reason(part: type[BaseModel], name: str) -> None:
    templates = Templates.found(None)
    was, now = note.derive(BEFORE), note.derive(after(part, name))
    unlike = {
        "Markdown": markdown.render(was, templates) != markdown.render(now, templates),
        "HTML": html(was, templates) != html(now, templates),
        "JSON": note_json.as_json(was) != note_json.as_json(now),
    }
    assert unlike == {
        "Markdown": (part, name) not in NOT_PRINTED,
        "HTML": (part, name) not in NOT_IN_HTML,
        "JSON": (part, name) not in NOT_IN_JSON,
    }


@every_field
def test_a_field_undoes_an_approval_and_is_told_or_is_excepted_with_a_reason(
    part: type[BaseModel], name: str
) -> None:
    now = after(part, name)
    undone = (part, name) not in NOT_APPROVED
    assert (hash_of(now, "SBM") != hash_of(BEFORE, "SBM")) == undone
    assert bool(edits.between(BEFORE, now, "SBM")) == undone


@every_field
def test_a_field_is_explained_to_who_writes_it(part: type[BaseModel], name: str) -> None:
    guide = (ROOT / "docs" / "vejledning.md").read_text("utf-8")
    assert NOT_KEYS.get((part, name), f"`{name}`" if f"`{name}`" in guide else f"{name}:") in guide
    assert part.model_fields[name].description
