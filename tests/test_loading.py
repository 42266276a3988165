"""A file → a plan, or all that is wrong with the file."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusnote import loading
from statusnote.model import Plan
from statusnote.problems import ProblemsFound, as_text

PLAN = """\
title: Status for en lille plan
stamp: Offentligt
as_of: 2025-04-10
period: 2023-2026
introduction:
  - Planen har {antal} initiativ.
ministries:
  SBM: Social- og Boligministeriet
sections:
  - title: Den eneste del
    initiatives:
      - number: 1
        title: Et initiativ
        ministries: [SBM]
        reserve_financed: true
        status: afsluttes i 2025
        account:
          - Et afsnit med *fremhævning* og [et link](https://www.sst.dk).
          - grants:
              - Odense Kommune: 4,5 mio.
        milestones:
          - Rapporten foreligger: ultimo 2026
          - what: Loven træder i kraft
            due: 2025-07
            met: 2025-07-01
            moved_from: [2024]
"""


def problems_of(read: Callable[[], object]) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read()
    return [as_text(problem) for problem in found.value.problems]


def problems_in(text: str) -> list[str]:
    return problems_of(lambda: loading.read(text, "plan.yaml"))


def test_a_file_and_standard_input_state_the_same_plan(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    assert loading.load(str(write(PLAN))) == loading.load("-") == loading.read(PLAN, "plan.yaml")


def test_problems_in_a_file_are_reported_under_its_name(write: Callable[..., Path]) -> None:
    path = write("title: ''\n", "en plan.yaml")
    assert problems_of(lambda: loading.load(str(path)))[-1] == (
        f"{path}:1:8: fejl E307: Der står ikke noget her.\n"
        "    Skriv en værdi. Er nøglen ikke nødvendig, så slet linjen."
    )


def test_problems_in_standard_input_are_reported_under_a_name_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"- a\n")))
    assert problems_of(lambda: loading.load("-")) == [
        "<stdin>:1:1: fejl E303: Her skal der stå nøgler med hver sin værdi (»nøgle: værdi«)."
    ]


def test_one_mistake_deep_in_a_plan_is_one_problem() -> None:
    assert problems_in(PLAN.replace("4,5 mio.", "4,5")) == [
        "plan.yaml:20:33: fejl E306: »4,5« er ikke et beløb, der kan læses.\n"
        "    Skriv hele kroner, 2830850 eller 2.830.850, eller 4,5 mio. – uden »kr.«."
    ]


@pytest.mark.parametrize("end", [r"\n", r"\r", r"\r\n", r"\n\n"])
def test_no_end_of_a_line_is_hidden_in_an_escape(end: str) -> None:
    assert problems_in(PLAN.replace("Et initiativ", f'"Et{end}initiativ"')) == [
        "plan.yaml:13:16: fejl E309: Teksten er delt af en tom linje eller et linjeskift, "
        "som ville gå tabt.\n"
        "    Skriv teksten uden tom linje. Et nyt afsnit får sin egen bindestreg."
    ]


def test_an_unknown_key_beside_the_one_that_was_meant_is_one_problem() -> None:
    assert problems_in(f"titel: Noget andet\n{PLAN}") == [
        "plan.yaml:1:1: fejl E301: Nøglen »titel« kendes ikke her.\n"
        "    Mente du »title«? Mulige nøgler: title, stamp, as_of, period, introduction, "
        "ministries, sections."
    ]


def test_a_key_that_is_far_from_any_other_hides_no_missing_one() -> None:
    assert problems_in(PLAN.replace("period", "varighed")) == [
        "plan.yaml:1:1: fejl E302: Nøglen »period« mangler her.\n"
        "    Tilføj en linje, der begynder med »period:«.",
        "plan.yaml:4:1: fejl E301: Nøglen »varighed« kendes ikke her.\n"
        "    Mulige nøgler: title, stamp, as_of, period, introduction, ministries, sections.",
    ]


def test_rules_across_fields_are_checked_beside_a_field_that_cannot_be_read() -> None:
    text = PLAN.replace("number: 1", "number: et").replace("[SBM]", "[JM]")
    assert problems_in(text.replace("{antal} initiativ", "1 initiativer")) == [
        "plan.yaml:6:5: fejl E404: Antallet af initiativer er skrevet direkte i teksten: "
        "»1 initiativer«.\n"
        "    Skriv {antal} i stedet for tallet, så passer det altid.",
        "plan.yaml:12:17: fejl E311: »et« er ikke et nummer.\n"
        "    Skriv et helt tal fra 1 og op, uden nul foran.",
        "plan.yaml:14:22: fejl E402: Ministeriet »JM« er ikke nævnt under »ministries« "
        "øverst i filen.\n"
        "    Kendte forkortelser: SBM. Flere ministerier skrives [SUM, UIM].",
    ]


def test_a_ministry_that_is_written_as_plain_text_is_reported_where_it_stands() -> None:
    assert problems_in(PLAN.replace("[SBM]", "JM")) == [
        "plan.yaml:14:21: fejl E402: Ministeriet »JM« er ikke nævnt under »ministries« "
        "øverst i filen.\n"
        "    Kendte forkortelser: SBM. Flere ministerier skrives [SUM, UIM]."
    ]


EDITS = st.tuples(
    st.integers(0, len(PLAN)),
    st.integers(0, 30),
    st.lists(
        st.sampled_from(
            [
                *(" ", "\t", "\n", "\r", "\n  ", "  - ", ": ", ":", "-", "#", ",", "\\", "'", '"'),
                *("[", "]", "{", "}", "*x", "&x ", "!", "| ", "> ", "? ", "%", "@", "`", "<<: *x"),
                *("---\n", "...\n", "[]", "{}", '""', "~", "0000", "i 2025", "æ", "😀", "\0"),
                *('"\\0"', "\ufeff", "\x85", "\u2028", "title: ", "grants:", "](x)", "{antal}"),
            ]
        ),
        max_size=3,
    ).map("".join),
)


@settings(max_examples=200)
@given(st.lists(EDITS, min_size=1, max_size=3))
def test_whatever_is_typed_gives_a_plan_or_problems_with_a_place(
    edits: list[tuple[int, int, str]],
) -> None:
    text = PLAN
    for start, length, new in edits:
        text = text[:start] + new + text[start + length :]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 2
    assert [line for line in lines_of_problems(f"{text}\n") if not 1 <= line <= lines] == []


def lines_of_problems(text: str) -> list[int]:
    """The lines of the problems in *text*; none where it is a plan."""
    try:
        assert isinstance(loading.read(text, "plan.yaml"), Plan)
    except ProblemsFound as found:
        return [problem.line for problem in found.problems] or [0]
    return []
