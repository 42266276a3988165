"""The real plan says what the facts say: exactly, and nothing is dropped."""

import re
from datetime import date

import pytest
from support.facts import (
    AGREEMENT,
    FACTS,
    MINISTRIES,
    RESERVE_FINANCED,
    SECTIONS,
    STATUSES,
    TITLE,
)
from support.project import REAL

from statusnote import note
from statusnote.note import Row
from statusnote.plan import loading
from statusnote.plan.model import Initiative
from statusnote.plan.scalars import Period
from statusnote.reading import inline

PLAN = loading.load(str(REAL)).plan
NOTE = note.derive(PLAN)
ROWS = {row.number: row for row in NOTE.rows}


def test_the_head() -> None:
    assert (PLAN.title, PLAN.stamp) == (TITLE, "Offentligt")
    assert (PLAN.as_of, PLAN.period) == (date(2025, 4, 10), Period(2023, 2026))


def test_the_introduction_counts_and_names_the_agreement() -> None:
    (introduction,) = map(inline.plain, NOTE.introduction)
    assert "de 26 initiativer i handlingsplanen mod partnervold" in introduction
    assert introduction.endswith(f"markeret med *, er finansieret under {AGREEMENT}.")


def test_the_sections_hold_their_initiatives_in_order() -> None:
    numbers = {s.title: [row.number for row in s.rows] for s in NOTE.sections}
    assert numbers == {title: list(numbers) for title, numbers in SECTIONS.items()}


def test_the_ministries_have_their_names_and_initiatives() -> None:
    assert {code: name for code, (name, _) in MINISTRIES.items()} == NOTE.ministries
    answerable = {
        code: [n for n, row in ROWS.items() if code in row.ministries] for code in MINISTRIES
    }
    assert answerable == {code: numbers for code, (_, numbers) in MINISTRIES.items()}
    assert ROWS[1].ministry_codes == ROWS[2].ministry_codes == "SUM/UIM"


def test_the_statuses() -> None:
    found = {s: [n for n, row in ROWS.items() if row.status_sentence == s] for s in STATUSES}
    assert found == STATUSES


def test_the_reserve_financed_are_marked() -> None:
    assert [n for n, row in ROWS.items() if row.reserve_financed] == RESERVE_FINANCED
    assert [n for n, row in ROWS.items() if row.heading == f"{row.title} *"] == RESERVE_FINANCED


@pytest.mark.parametrize("number", FACTS)
def test_an_initiative_restates_its_facts(number: int) -> None:
    fact, row = FACTS[number], ROWS[number]
    account = _account(row)
    assert row.title == fact.title
    assert [said for said in fact.said if said not in account] == []
    assert tuple(_grants(row)) == fact.grants


@pytest.mark.parametrize("number", FACTS)
def test_an_initiative_promises_what_the_facts_promise(number: int) -> None:
    initiative = next(i for s in PLAN.sections for i in s.initiatives if i.number == number)
    assert tuple(milestone.due for milestone in initiative.milestones) == FACTS[number].due


@pytest.mark.parametrize("number", FACTS)
def test_no_figure_is_invented(number: int) -> None:
    fact = FACTS[number]
    known = " ".join((*fact.said, *(f"{recipient} {amount}" for recipient, amount in fact.grants)))
    assert _figures(_account(ROWS[number])) <= _figures(known)


def test_the_links_lead_where_they_say() -> None:
    spans = [s for row in NOTE.rows for part in row.account for p in part.paragraphs for s in p]
    links = {span.text: span.href for span in spans if span.kind == "text" and span.href}
    assert links == {
        "www.sst.dk/vold": "https://www.sst.dk/vold",
        "serduvolden.dk": "https://serduvolden.dk",
    }


def test_the_accounts_are_as_long_as_the_source_s() -> None:
    texts = [text for row in NOTE.rows for text in (row.status_sentence, _account(row))]
    lines = [" ".join(line) for row in NOTE.rows for line in _grants(row)]
    assert 1650 <= len(" ".join(texts + lines).split()) <= 1750


def _account(row: Row) -> str:
    return "\n".join(inline.plain(p) for part in row.account for p in part.paragraphs)


def _grants(row: Row) -> list[tuple[str, str]]:
    return [(line.recipient, line.amount.replace("\u00a0", " ")) for line in row.grant_lines]


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def test_the_file_is_one_that_a_caseworker_likes_to_edit() -> None:
    text = REAL.read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 101
    assert re.findall("[\"'\t&]", text) == []
    keys = re.findall(r"^ {6}[- ] (\w+):", text, re.MULTILINE)
    starts = [place for place, key in enumerate(keys) if key == "number"]
    for start, end in zip(starts, [*starts[1:], len(keys)], strict=True):
        assert keys[start:end] == [key for key in Initiative.model_fields if key in keys[start:end]]
